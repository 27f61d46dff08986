// The texts of the pages, for the browser tests: a test names what it looks for by the key of the language file, and
// a missing key fails the type check. Not the pages' own functions: those use the current language.
import { en as auditEn, id as audit } from '../../counter-ui/audit/texts.ts'
import { en as answeredEn, id as answered } from '../../counter-ui/parts/Answered.tsx'
import { en as complaintsEn, texts as complaints } from '../../counter-ui/complaints/texts.ts'
import { en as hallEn, id as hall } from '../../counter-ui/hall/texts.ts'
import { en as draftEn, id as draft } from '../../counter-ui/manage/draft/texts.ts'
import { en as eventEn, id as event } from '../../counter-ui/manage/events/texts.ts'
import { en as floorEn, id as floor } from '../../counter-ui/manage/floor/texts.ts'
import { en as formEn, id as form } from '../../counter-ui/manage/form/texts.ts'
import { en as placeEn, id as place } from '../../counter-ui/manage/hall/texts.ts'
import { en as openingEn, id as opening } from '../../counter-ui/manage/opening/texts.ts'
import { en as timesEn, id as times } from '../../counter-ui/manage/times/texts.ts'
import { en as sheetEn, id as sheet } from '../../counter-ui/manage/sheets/texts.ts'
import { en as offerEn, id as offer } from '../../counter-ui/manage/offer/texts.ts'
import { en as findingsEn, id as findings } from '../../counter-ui/findings/texts.ts'
import { en as emergencyEn, id as emergency } from '../../counter-ui/paper/texts.ts'
import { en as entryEn, id as entry } from '../../counter-ui/survey-entry/texts.ts'
import { en as surveyEn, id as survey } from '../../kiosk-ui/survey/texts.ts'
import { en as paperEn, id as paper } from '../../counter-ui/manage/papers/texts.ts'
import { en as planEn, id as plan } from '../../counter-ui/manage/plan/texts.ts'
import { en as shellEn, id as shell } from '../../counter-ui/manage/shell/texts.ts'
import { id as manage } from '../../counter-ui/manage/texts/id.ts'
import { en as manageEn } from '../../counter-ui/manage/texts/en.ts'
import { en as catalogueEn, id as catalogue } from '../../counter-ui/manage/catalogue/texts.ts'
import { en as standardEn, id as standard } from '../../counter-ui/manage/standard/texts.ts'
import { id as monitor, en as monitorEn } from '../../counter-ui/monitor/texts.ts'
import { en as evaluationEn, id as evaluation } from '../../counter-ui/evaluation/texts.ts'
import { en as simulatorEn, id as simulator } from '../../counter-ui/simulator/texts.ts'
import { id as panel } from '../../counter-ui/panel/texts/id.ts'
import { en as panelEn } from '../../counter-ui/panel/texts/en.ts'
import { en as ikmEn, id as ikm } from '../../counter-ui/reports/texts/ikm.ts'
import { id as surveys, en as surveysEn } from '../../counter-ui/surveys/texts.ts'
import { id as reports } from '../../counter-ui/reports/texts/id.ts'
import { en as reportsEn } from '../../counter-ui/reports/texts/en.ts'
import { en as figureEn, id as figure } from '../../counter-ui/reports/texts/figures.ts'
import { en as chartEn, id as chart } from '../../counter-ui/reports/chart/texts.ts'
import { id as reception, en as receptionEn } from '../../counter-ui/reception/texts.ts'
import { id as supervise, en as superviseEn } from '../../counter-ui/supervise/texts.ts'
import { id as staff, en as staffEn } from '../../counter-ui/texts.ts'
import { en as boardEn, id as board } from '../../display-ui/texts.ts'
import { en as complaintEn, id as complaint } from '../../kiosk-ui/complaint/texts.ts'
import { id as phone, en as phoneEn } from '../../kiosk-ui/phone/texts.ts'
import { en as spokenEn, id as spoken } from '../../kiosk-ui/spoken/texts.ts'
import { id as kiosk } from '../../kiosk-ui/texts/id.ts'
import { en as kioskEn } from '../../kiosk-ui/texts/en.ts'
import { en as homeEn, id as home } from '../../screens/home/texts.ts'
import { en as angkaEn, id as angka } from '../../screens/angka/texts.ts'
import { en as skmEn, id as skm } from '../../screens/skm/texts.ts'
import { en as publicEn, id as published } from '../../screens/layanan/texts.ts'
import { en as serviceStatusEn, id as serviceStatus } from '../../screens/texts/services.ts'
import { en as sharedEn, id as shared } from '../../screens/texts/shared.ts'
import { en as standingEn, id as standing } from '../../screens/texts/standing.ts'
import { en as stepsEn, id as steps } from '../../screens/texts/steps.ts'
import type { Params, Texts, Translation } from '../../screens/i18n.ts'
import type { Code } from '../../server/http/ground/codes.ts'
import { id as problems } from '../../server/texts/id.ts'

type File = Readonly<Record<string, string>>

/** A page's texts in one language: `panelText('undo.missed', { number })`. */
interface Words<ID extends File> extends Texts<ID> {
  /** Matches the text anywhere; a parameter without a value matches anything. */
  like<K extends keyof ID & string>(key: K, values?: Partial<Record<Params<ID[K]>, string | number>>): RegExp
}

/** A page's texts in Indonesian; `en`: in English. */
interface PageWords<ID extends File> extends Words<ID> {
  readonly en: Words<ID>
  /** Matches the whole text in either language. */
  either(key: keyof ID & string): RegExp
}

function wordsIn<ID extends File>(file: Translation<ID>): Words<ID> {
  const fill = (key: keyof ID & string, values: Readonly<Record<string, string | number | undefined>> = {}) =>
    file[key].replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole))
  const words: Texts<ID> = (key, ...values) => fill(key, values[0])
  const like: Words<ID>['like'] = (key, values) =>
    new RegExp(escaped(fill(key, values)).replace(/\\\{\w+\\\}/g, '.+?'), 'u')
  return Object.assign(words, { like })
}

function wordsOf<ID extends File>(id: ID, en: Translation<ID>): PageWords<ID> {
  return Object.assign(wordsIn<ID>(id), {
    en: wordsIn<ID>(en),
    either: (key: keyof ID & string) =>
      new RegExp(`^(?:${escaped(String(id[key]))}|${escaped(en[key])})$`, 'u'),
  })
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Matches what begins like this: a button whose name continues with its key or a hint. */
export function begins(words: string | RegExp): RegExp {
  return new RegExp(`^${typeof words === 'string' ? escaped(words) : `(?:${words.source})`}`, 'u')
}

export const angkaText = wordsOf(angka, angkaEn)
export const answeredText = wordsOf(answered, answeredEn)
export const auditText = wordsOf(audit, auditEn)
export const complaintText = wordsOf(complaint, complaintEn)
export const complaintsText = wordsOf(complaints, complaintsEn)
export const chartText = wordsOf(chart, chartEn)
export const figureText = wordsOf(figure, figureEn)
export const reportsText = wordsOf(reports, reportsEn)
export const ikmText = wordsOf(ikm, ikmEn)
export const surveysText = wordsOf(surveys, surveysEn)
export const skmText = wordsOf(skm, skmEn)
export const boardText = wordsOf(board, boardEn)
export const hallText = wordsOf(hall, hallEn)
export const publicText = wordsOf(published, publicEn)
export const homeText = wordsOf(home, homeEn)
export const kioskText = wordsOf(kiosk, kioskEn)
export const manageText = wordsOf(manage, manageEn)
export const monitorText = wordsOf(monitor, monitorEn)
export const evaluationText = wordsOf(evaluation, evaluationEn)
export const simulatorText = wordsOf(simulator, simulatorEn)
export const offerText = wordsOf(offer, offerEn)
export const panelText = wordsOf(panel, panelEn)
export const paperText = wordsOf(paper, paperEn)
export const planText = wordsOf(plan, planEn)
export const phoneText = wordsOf(phone, phoneEn)
export const receptionText = wordsOf(reception, receptionEn)
export const serviceStatusText = wordsOf(serviceStatus, serviceStatusEn)
export const sharedText = wordsOf(shared, sharedEn)
export const catalogueText = wordsOf(catalogue, catalogueEn)
export const draftText = wordsOf(draft, draftEn)
export const findingsText = wordsOf(findings, findingsEn)
export const emergencyText = wordsOf(emergency, emergencyEn)
export const eventText = wordsOf(event, eventEn)
export const floorText = wordsOf(floor, floorEn)
export const formText = wordsOf(form, formEn)
export const placeText = wordsOf(place, placeEn)
export const openingText = wordsOf(opening, openingEn)
export const sheetText = wordsOf(sheet, sheetEn)
export const shellText = wordsOf(shell, shellEn)
export const timesText = wordsOf(times, timesEn)
export const entryText = wordsOf(entry, entryEn)
export const surveyText = wordsOf(survey, surveyEn)
export const spokenText = wordsOf(spoken, spokenEn)
export const staffText = wordsOf(staff, staffEn)
export const standingText = wordsOf(standing, standingEn)
export const standardText = wordsOf(standard, standardEn)
export const stepStatusText = wordsOf(steps, stepsEn)
export const superviseText = wordsOf(supervise, superviseEn)

/** The server's sentence for a problem with this code, in Indonesian. */
export const problemText = (code: Code): string => problems[code].detail
