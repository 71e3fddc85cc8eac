'use strict'
// Preloaded: writes the peak memory of the process to descriptor 3, in KiB.
const { writeSync } = require('node:fs')
process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)))
