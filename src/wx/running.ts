// The command line is handed the process it runs in; a library has nobody to hand it over. Loaded when a profile or a
// project is asked for, and not before.
export { default as running } from 'node:process'
