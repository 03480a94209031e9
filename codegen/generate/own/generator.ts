export { packageModules } from '../modules.ts'
export { writeFolder } from '../output-folder.ts'
export { createProgress } from '../progress.ts'
export { generateAll, summary } from '../run.ts'
