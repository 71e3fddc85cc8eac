// Runs inside each context, as text: time in the program. It is Shanghai's wherever wxauth runs, eight hours before UTC
// all year, and starts at the same moment in each run. `host` and `program` are those of realm.js.
;(host, program) => {
  const RealDate = Date
  const { apply, construct } = Reflect
  const RealRangeError = RangeError
  /** Where the stack ends in it, the error would be one of wxauth's own realm. */
  function now() {
    try {
      return host.now()
    } catch (error) {
      throw new RealRangeError(String(error.message))
    }
  }
  const eightHours = 8 * 60 * 60 * 1000
  const parts = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']
  const dates = RealDate.prototype
  const { getTime, setTime, toUTCString } = dates
  const timeOf = date => apply(getTime, date, [])
  const moved = date => new RealDate(timeOf(date) + eightHours)

  /** What the engine takes for local time: that of the machine. */
  const local = {}
  for (const part of parts) {
    local[part] = dates[`get${part}`]
    const set = dates[`setUTC${part}`]
    // Methods that are there stay hidden from loops when they are assigned.
    dates[`set${part}`] = function (...args) {
      const there = moved(this)
      apply(set, there, args)
      return apply(setTime, this, [timeOf(there) - eightHours])
    }
  }
  for (const part of [...parts, 'Day']) {
    const get = dates[`getUTC${part}`]
    dates[`get${part}`] = function () {
      return apply(get, moved(this), [])
    }
  }
  dates.getTimezoneOffset = () => -480
  const words = date => apply(toUTCString, moved(date), []).match(/^(\w+), (\d+) (\w+) (-?\d+) ([\d:]+)/)
  dates.toDateString = function () {
    const [, day, date, month, year] = words(this) ?? []
    return day === undefined ? 'Invalid Date' : `${day} ${month} ${date} ${year}`
  }
  dates.toTimeString = function () {
    const [, , , , , time] = words(this) ?? []
    return time === undefined ? 'Invalid Date' : `${time} GMT+0800 (China Standard Time)`
  }
  dates.toString = function () {
    return words(this) === null ? 'Invalid Date' : `${this.toDateString()} ${this.toTimeString()}`
  }
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
    const format = dates[name]
    dates[name] = function (locales, options) {
      return apply(format, this, [locales, Object.assign({ timeZone: 'Asia/Shanghai' }, options)])
    }
  }

  const hasZone = /(?:Z|UTC|GMT|[+-]\d\d:?\d\d)\s*(?:\([^)]*\))?\s*$/i
  const isDateOnly = /^\s*[+-]?\d{4,6}(?:-\d\d){0,2}\s*$/

  /** A text without a zone means local time. */
  function parse(text) {
    const time = RealDate.parse(text)
    if (Number.isNaN(time) || hasZone.test(text) || isDateOnly.test(text)) return time
    const there = new RealDate(time)
    return RealDate.UTC(...parts.map(part => apply(local[part], there, []))) - eightHours
  }

  function argumentsOf(args) {
    if (args.length === 0) return [now()]
    if (args.length > 1) return [RealDate.UTC(...args) - eightHours]
    return typeof args[0] === 'string' ? [parse(args[0])] : args
  }

  function ProgramDate(...args) {
    if (new.target === undefined) return new RealDate(now()).toString()
    return construct(RealDate, argumentsOf(args), new.target)
  }
  Object.defineProperty(ProgramDate, 'name', { value: 'Date' })
  Object.defineProperty(ProgramDate, 'length', { value: 7 })
  Object.defineProperty(ProgramDate, 'prototype', { value: dates, writable: false })
  ProgramDate.UTC = RealDate.UTC
  ProgramDate.parse = text => parse(String(text))
  ProgramDate.now = () => now()
  dates.constructor = ProgramDate
  Object.defineProperty(program, 'Date', { value: ProgramDate, configurable: true, writable: true })
}
