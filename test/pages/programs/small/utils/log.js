const calls = []
module.exports = { calls, add: name => calls.push(name) }
