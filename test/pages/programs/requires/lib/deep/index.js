exports.name = 'alias and index'
