require('./utils/wrap.js')
App({})
