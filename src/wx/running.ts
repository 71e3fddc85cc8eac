// The command line gets its process from `bin`; a library has to import it.
export { default as hostProcess } from 'node:process'
