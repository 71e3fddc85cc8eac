exports.times = 0
