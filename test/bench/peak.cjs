'use strict'
// Preloaded: tells on descriptor 3 how much memory the process took at most, in KiB.
const { writeSync } = require('node:fs')
process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)))
