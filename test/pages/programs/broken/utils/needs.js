const theme = require('./throws')

exports.theme = () => theme
