const theme = require('../../utils/needs')
const sdk = require('missing-sdk')

const client = new sdk.Client({ key: 1 })
client.on('ready', () => {}).start()

Page({ data: { text: 'Still here' }, go() { theme.theme(); client.track('tap'); this.setData({ text: 'Went on' }) } })
