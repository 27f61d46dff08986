// Ayu's desk, for tests of what an officer does there all day.
import { rulesPlan } from '../rules/rules-plan.ts'
import { hallApp, type HallApp } from './hall-app.ts'

export const one = 'loket-1'
export const line = (action: string, counter = one) => `POST /api/counters/${counter}/${action}`

/** Ayu’s open counter; with these services, somebody is being served there. */
export async function desk(services: string[] = [], plan = rulesPlan): Promise<HallApp> {
  const hall = await hallApp({ plan })
  await hall.act('ayu', 'open', one)
  if (services.length === 0) return hall
  await hall.take(services)
  await hall.act('ayu', 'call-next', one)
  await hall.act('ayu', 'start', one)
  return hall
}
