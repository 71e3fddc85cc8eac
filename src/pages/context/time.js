// Runs inside each context, as text: time in the program. It is Shanghai's wherever wxauth runs, eight hours before UTC
// all year, and starts at the same moment in each run. `host` holds functions of wxauth.
;host => {
  const RealDate = globalThis.Date
  const { apply, construct } = Reflect
  const eightHours = 8 * 60 * 60 * 1000
  const parts = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']
  const real = Object.assign({}, ...parts.map(part => ({ [part]: RealDate.prototype[`get${part}`] })))
  const { getTime, setTime, toUTCString } = RealDate.prototype
  const timeOf = date => apply(getTime, date, [])
  const moved = date => new RealDate(timeOf(date) + eightHours)

  function method(name, value) {
    Object.defineProperty(RealDate.prototype, name, { value, configurable: true, writable: true })
  }

  for (const part of [...parts, 'Day']) {
    const get = RealDate.prototype[`getUTC${part}`]
    method(`get${part}`, function () {
      return apply(get, moved(this), [])
    })
    const set = RealDate.prototype[`setUTC${part}`]
    if (set === undefined) continue
    method(`set${part}`, function (...args) {
      const there = moved(this)
      apply(set, there, args)
      return apply(setTime, this, [timeOf(there) - eightHours])
    })
  }
  method('getTimezoneOffset', () => -480)
  const words = date => apply(toUTCString, moved(date), []).match(/^(\w+), (\d+) (\w+) (-?\d+) ([\d:]+)/)
  method('toDateString', function () {
    const [, day, date, month, year] = words(this) ?? []
    return day === undefined ? 'Invalid Date' : `${day} ${month} ${date} ${year}`
  })
  method('toTimeString', function () {
    const [, , , , , time] = words(this) ?? []
    return time === undefined ? 'Invalid Date' : `${time} GMT+0800 (China Standard Time)`
  })
  method('toString', function () {
    return words(this) === null ? 'Invalid Date' : `${this.toDateString()} ${this.toTimeString()}`
  })
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
    const format = RealDate.prototype[name]
    method(name, function (locales, options) {
      return apply(format, this, [locales, Object.assign({ timeZone: 'Asia/Shanghai' }, options)])
    })
  }

  const hasZone = /(?:Z|UTC|GMT|[+-]\d\d:?\d\d)\s*(?:\([^)]*\))?\s*$/i
  const isDateOnly = /^\s*[+-]?\d{4,6}(?:-\d\d){0,2}\s*$/

  /** A text without a zone means local time, which the engine takes for that of the machine. */
  function parse(text) {
    const time = RealDate.parse(text)
    if (Number.isNaN(time) || hasZone.test(text) || isDateOnly.test(text)) return time
    const there = new RealDate(time)
    return RealDate.UTC(...parts.map(part => apply(real[part], there, []))) - eightHours
  }

  function argumentsOf(args) {
    if (args.length === 0) return [host.now()]
    if (args.length > 1) return [RealDate.UTC(...args) - eightHours]
    return typeof args[0] === 'string' ? [parse(args[0])] : args
  }

  function ProgramDate(...args) {
    if (new.target === undefined) return new RealDate(host.now()).toString()
    return construct(RealDate, argumentsOf(args), new.target)
  }
  Object.defineProperty(ProgramDate, 'name', { value: 'Date' })
  Object.defineProperty(ProgramDate, 'length', { value: 7 })
  Object.defineProperty(ProgramDate, 'prototype', { value: RealDate.prototype, writable: false })
  ProgramDate.UTC = RealDate.UTC
  ProgramDate.parse = text => parse(String(text))
  ProgramDate.now = () => host.now()
  method('constructor', ProgramDate)
  Object.defineProperty(globalThis, 'Date', { value: ProgramDate, configurable: true, writable: true })
}
