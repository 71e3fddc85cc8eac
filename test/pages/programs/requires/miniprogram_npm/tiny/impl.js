module.exports = () => 'tiny'
