'use strict'

// The threads of `wxauth run` and `wxauth explore`. Their code is cached like that of the command line.
const { workerData } = require('node:worker_threads')
const { load, cachedScript, writeCaches } = require('./load.cjs')

load(workerData.file).start(cachedScript, writeCaches)
