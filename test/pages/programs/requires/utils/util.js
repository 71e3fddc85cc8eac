exports.name = 'rooted'
exports.same = require('/lib/same.js')
