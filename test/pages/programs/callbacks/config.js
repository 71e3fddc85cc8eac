var config = { host: 'https://example.com' }

module.exports = config
