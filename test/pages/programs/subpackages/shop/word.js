exports.word = 'from the shop'
