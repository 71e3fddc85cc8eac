'use strict'

// The thread of `wxauth run`. Its code is cached like that of the command line.
const { load, cachedScript, writeCaches } = require('./load.cjs')

load('run-worker.cjs').start(cachedScript, writeCaches)
