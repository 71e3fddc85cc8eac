const settings = undefined

module.exports = settings.theme
