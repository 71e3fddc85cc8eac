export { launch } from './door/launch.ts'
export type * from './door/types.ts'
export type { Modal, ModalAnswer, PickAnswer, SheetAnswer } from './host/user.ts'
export type {
  HostEvent,
  NavigationKind,
  Notice,
  NoticeCode,
  Phase,
  Place,
  ProgramError,
} from './ports.ts'
