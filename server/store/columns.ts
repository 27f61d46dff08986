// The tables as the builder knows them: each with its columns, as schema.ts makes them. Times are milliseconds since
// 1970, hashes are SHA-256, and booleans are 1 or 0.
import type { Generated } from 'kysely'

export interface Tables {
  staff: {
    id: string
    username: string
    name: string
    role: 'officer' | 'supervisor' | 'manager'
    agency: string | null
    password: string
    must_change: number
    disabled: Generated<number>
    created_at: number
    password_changed_at: number
    one_time_until: number | null
    last_sign_in_at: number | null
  }
  staff_session: {
    hash: Buffer
    staff: string
    created_at: number
    ends_at: number
    address: string | null
    browser: string | null
    system: string | null
    last_used_at: number | null
  }
  staff_session_ended: { hash: Buffer; at: number; why: string; by: string | null }
  staff_address: { staff: string; network: string; last_at: number }
  device: {
    id: string
    kind: 'kiosk' | 'display' | 'survey'
    zone: string | null
    label: string | null
    layout: string | null
    created_at: number
    enrolled_at: number | null
    last_seen_at: number | null
    revoked_at: number | null
  }
  device_link: { hash: Buffer; device: string; ends_at: number | null; used_at: number | null }
  device_key: { hash: Buffer; device: string; created_at: number }
  access_log: {
    seq: Generated<number>
    at: number
    after_event: number
    by: string
    action: string
    about: string | null
    agency: string | null
    detail: string
  }
  /** Only its `seq` is needed here: the rest is read and written by hand in journal/. */
  events: { seq: number }
  plan_draft: {
    id: number
    number: number
    plan: string | null
    base: string | null
    changed_by: string | null
    changed_at: number | null
    ordered: string | null
    marks: string | null
  }
  proposals: {
    id: string
    agency: string
    service: string | null
    changes: string
    base: string
    wish: string | null
    made_by: string
    made_at: number
    state: string
    decided_by: string | null
    decided_at: number | null
    note: string | null
  }
  notes: { id: string; day: string; text: string }
  marks: { id: string; day: string; kind: string; text: string; made_by: string }
  month_reports: { month: string; agency: string; made_at: number; answer: string }
  complaints: {
    id: string
    number: string
    token: Buffer
    key: Buffer | null
    salt: Buffer | null
    service: string | null
    agency: string | null
    named: string
    channel: string
    language: string
    day: string
    at: number
    due: string
    state: string
    words: string | null
    taken_by: string | null
    answered_on: string | null
    days: number | null
    late: number
    escalated_at: number | null
    erased_at: number | null
    moved_at: number
    revision: number
  }
  complaint_steps: {
    complaint: string
    nth: number
    at: number
    kind: string
    by: string | null
    text: string | null
    detail: string
  }
  sp4n: { month: string; count: number; by: string; at: number }
  findings: {
    id: string
    number: number
    version: number
    fields: string
    noted_by: string
    noted_at: number
    noted_on: string
    changed_at: number
    state_since: string
  }
  finding_changes: {
    finding: string
    version: number
    at: number
    by: string
    what: string
    fields: string
    note: string | null
  }
  finding_evidence: {
    id: string
    finding: string
    name: string
    kind: string
    bytes: number
    version: number
    removed_at: number | null
  }
  inspections: { id: string; day: string; source: string; who: string; note: string | null }
  facilities: { id: string; name: string | null; state: string }
  survey_questions: {
    number: Generated<number>
    from_month: string
    from_day: string
    elements: string
    made_by: string
  }
  surveys: {
    id: string
    month: string
    service: string | null
    agency: string | null
    questions: number
    scores: string
    excluded: string | null
  }
  survey_tallies: {
    month: string
    service: string
    agency: string
    questions: number
    element: string
    n: number
    total: number
  }
  survey_words: { id: string; month: string; service: string | null; agency: string | null; text: string }
  survey_profiles: { month: string; question: string; value: string; count: number }
  survey_moved: { one: number; batch: string }
  survey_quarters: { at: number; count: number }
  told: {
    day: string
    step: string
    visit: string
    at: number
    low: number
    high: number
    ahead: number
    median: number | null
    today: number | null
    basis: string | null
    width: number | null
  }
  only_asked: { day: string; count: number }
  only_asked_keys: { key: Buffer; day: string; tap: string }
  evaluation_answers: { id: string; answer: string; reviewed_on: string; by: string }
  skm_reports: {
    seq: Generated<number>
    id: string
    from_month: string
    to_month: string
    at: number
    made_by: string
    withdrawn_at: number | null
    report: string
  }
  alive: { kind: string; id: string; began: number; ended: number }
  facts: {
    day: string
    visit: string
    step: string
    number: string
    service: string
    agency: string
    zone: string | null
    counter: string | null
    staff: string | null
    priority: number
    come_to_me: number
    language: string
    came_by: string
    from_step: string | null
    taken_at: number
    hour: number
    waits_from: number | null
    waited_seconds: number | null
    waited_open_seconds: number | null
    uncalled_seconds: number | null
    elsewhere_seconds: number
    walking_seconds: number
    aside_seconds: number
    slip_seconds: number
    rest_seconds: number
    called_at: number | null
    leading_call_at: number | null
    started_at: number | null
    ended_at: number | null
    walk_seconds: number | null
    served_seconds: number | null
    calls: number
    not_heard: number
    slips_failed: number
    status: string
    outcome: string | null
    result: string
    missing: string
    lacks: string
    reason: string | null
    call_reason: string | null
    returns: number
    ended_by: string | null
    blocked: number
    level_seconds: number
    phase: string
    operation: string
    documents: number | null
  }
  counter_spans: {
    day: string
    counter: string
    from_at: number
    agency: string
    zone: string
    staff: string | null
    state: string
    reason: string | null
    to_at: number
    serving_seconds: number
    idle_seconds: number
  }
  names: { kind: string; id: string; from_day: string; name: string }
  fact_days: {
    day: string
    mark: number
    version: number
    made_of: string
    carries: number
    hours: string | null
    fault: string | null
  }
}
