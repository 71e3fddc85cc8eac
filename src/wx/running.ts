// The command line gets its process from `bin`; a library has to import it. Loaded only for a profile or a project.
export { default as hostProcess } from 'node:process'
