// What stands on the button of an action.
import { t } from '../texts/index.ts'
import { d } from './texts/index.ts'
import { lookUp } from '../../screens/look-up.ts'
import type { Action } from './actions.ts'

const ALWAYS = {
  open: 'open',
  'call-next': 'callNext',
  start: 'start',
  finish: 'finish',
  close: 'close',
  recall: 'recall',
  miss: 'miss',
  'put-back': 'putBack',
  hold: 'hold',
  refer: 'refer',
  incomplete: 'incomplete',
  undo: 'undo',
  pause: 'pause',
} as const

const SOMETIMES = {
  'finish-reason': 'finishReason',
  call: 'call',
  serve: 'serve',
  'hand-over': 'handOver',
} as const

export type Named = keyof typeof ALWAYS | keyof typeof SOMETIMES

export function actionText(action: Action): string {
  const always = lookUp(ALWAYS, action)
  const sometimes = lookUp(SOMETIMES, action)
  return always ? t(always) : sometimes ? d(sometimes) : ''
}
