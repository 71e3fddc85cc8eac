import { unansweredFault } from '../../session/unanswered.ts'
import type { ComponentError, ComponentEvent, TodayComponent } from '../types/index.ts'
import type { TodayParts } from './parts.ts'

export const components: readonly TodayComponent[] = ['map', 'live-pusher', 'voip-room']

/** Puts a component on the page: it asks like a call. The camera has more to it, in both editions. */
export function mountComponent(
  { lazyEmulator, callbacksOrPromise }: TodayParts,
  component: TodayComponent,
  attributes: object,
): Promise<ComponentEvent> {
  return callbacksOrPromise.work(async origin => {
    const outcome = await lazyEmulator.use(emulator => emulator.call(component, attributes))
    const fault = unansweredFault(outcome, origin)
    if (fault !== undefined) throw fault
    const { errMsg, ...detail } = outcome.result as ComponentError
    return outcome.callback === 'fail'
      ? { type: 'error', detail: { errMsg, ...detail } }
      : { type: 'ready', detail }
  })
}
