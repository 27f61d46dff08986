// Problem answers in English: what happened, and what the reader can do about it.
import type { ProblemTexts } from './id.ts'

export const en: ProblemTexts = {
  'bad-request': {
    title: 'The request is not valid',
    detail: 'Something is missing or has the wrong form. Check it and send it again.',
  },
  'bad-json': { title: 'The body can’t be read', detail: 'The body is not valid JSON.' },
  'key-required': {
    title: 'The request has no key',
    detail: 'Send an Idempotency-Key, so that one tap never becomes two numbers.',
  },
  'body-too-large': { title: 'The body is too large', detail: 'The body is larger than the limit of 64 KB.' },
  'wrong-content-type': {
    title: 'This kind of body is not supported',
    detail: 'Send the body as application/json, a file as application/octet-stream.',
  },
  'not-signed-in': {
    title: 'Not signed in',
    detail: 'Please sign in first. Kiosks and displays are enrolled by a link from the manager.',
  },
  'bad-credentials': {
    title: 'Sign-in failed',
    detail: 'The user name or the password is wrong. Please try again.',
  },
  'bad-token': {
    title: 'This link is not valid',
    detail: 'The enrolment link has already been used or has expired. Ask the manager for a new one.',
  },
  'not-allowed': {
    title: 'Not allowed',
    detail: 'You are not allowed to do this. If you should be, ask the supervisor or the manager.',
  },
  'foreign-origin': {
    title: 'Refused because of where it came from',
    detail: 'This request came from another page. Open the queue’s own address instead.',
  },
  'unknown-host': {
    title: 'The server does not go by this name',
    detail:
      'The name in this address is not one of the queue server’s. Open it by its IP address, or add the name to the setting HOST_NAMES on the server’s computer.',
  },
  'too-many-attempts': {
    title: 'Too many attempts',
    detail: 'Signing in failed too often. Wait a few minutes and try again.',
  },
  'too-many-requests': {
    title: 'The server is busy',
    detail: 'Too many requests at the same time. Please try again in a moment.',
  },
  'password-expired': {
    title: 'The one-time password has expired',
    detail: 'A one-time password is good for 7 days only. Ask the supervisor or the manager for a new one.',
  },
  'password-must-change': {
    title: 'Choose your own password first',
    detail: 'You signed in with a one-time password. Choose one of your own before you begin to work.',
  },
  'username-taken': {
    title: 'The user name is taken',
    detail: 'An account with this user name already exists. Choose another one.',
  },
  'agency-gone': {
    title: 'Your agency is no longer in this hall',
    detail:
      'The password is right, but the agency of this account is no longer in this hall. If you still work here, ask the hall’s manager.',
  },
  'own-account': {
    title: 'This is your own account',
    detail: 'Nobody may close or reset their own account or change its rights. Ask another manager.',
  },
  'last-manager': {
    title: 'The last manager',
    detail: 'The hall must always have a manager who can sign in. Make another one first.',
  },
  'holds-counter': {
    title: 'A counter is still held',
    detail: 'This person still holds a counter of their agency. Close it first, then change the account.',
  },
  'unknown-session': { title: 'No such session', detail: 'This session has ended already.' },
  'unknown-code': {
    title: 'No such code',
    detail:
      'No display shows that code now. Read it from the display again; after 15 minutes it shows a new one.',
  },
  'weak-password': {
    title: 'The password is too weak',
    detail: 'Use at least 10 characters that are hard to guess, not the user name and not the old password.',
  },
  'not-found': { title: 'Not found', detail: 'There is nothing at this address. Check how it is written.' },
  'range-beyond': {
    title: 'Nothing there',
    detail: 'The file ends before the part that was asked for.',
  },
  'method-not-allowed': {
    title: 'Wrong method',
    detail: 'This address exists, but does not take this kind of request.',
  },
  'unknown-visit': {
    title: 'No such visit',
    detail: 'This queue number was not found. Check it, or ask the staff.',
  },
  'unknown-step': {
    title: 'No such step',
    detail: 'This number does not need that service any more. Look at the visit again.',
  },
  'no-public-url': {
    title: 'No phone page',
    detail: 'This hall cannot be reached from phones: PUBLIC_URL is not set.',
  },
  'unknown-service': {
    title: 'No such service',
    detail: 'This service does not exist. Reload the page and choose again.',
  },
  'unknown-counter': {
    title: 'No such counter',
    detail: 'This counter does not exist. Reload the page and choose again.',
  },
  'unknown-agency': {
    title: 'No such agency',
    detail: 'This agency does not exist. Reload the page and choose again.',
  },
  'unknown-zone': {
    title: 'No such zone',
    detail: 'This zone does not exist. Reload the page and choose again.',
  },
  'unknown-place': {
    title: 'No such place',
    detail: 'The hall does not have this place to wait any more. Choose another one.',
  },
  'unknown-announcement': {
    title: 'No such announcement',
    detail: 'This announcement does not exist or is over.',
  },
  'unknown-message': {
    title: 'No such message',
    detail: 'This message does not exist or was erased at the end of its day.',
  },
  'unknown-staff': {
    title: 'No such staff member',
    detail: 'This staff member does not exist. Reload the page and choose again.',
  },
  'unknown-device': { title: 'No such device', detail: 'This device does not exist or was revoked.' },
  'unknown-printer': {
    title: 'No such printer',
    detail: 'The plan of this hall has no printer with this id.',
  },
  'unknown-media': {
    title: 'File not found',
    detail: 'The media folder has no such file, or its content has changed.',
  },
  'unknown-requirement': {
    title: 'No such requirement',
    detail: 'This requirement does not belong to the chosen services.',
  },
  'unknown-reason': {
    title: 'No such reason',
    detail: 'This reason is no longer on the list. Please choose another one.',
  },
  'unknown-language': {
    title: 'Language not available',
    detail: 'This language is not available here. Please choose another one.',
  },
  'service-closed': {
    title: 'The service is closed',
    detail: 'This service takes no queue numbers at the moment. Please ask at the reception.',
  },
  'quota-reached': {
    title: 'No numbers left',
    detail: 'All numbers of this service are taken. Please come on another day, or ask at the reception.',
  },
  'hall-closed': {
    title: 'Outside service hours',
    detail: 'Queue numbers can only be taken during service hours.',
  },
  'closing-soon': {
    title: 'Too late for a number',
    detail: 'Service hours are about to end, so no more numbers are given today. Please come on another day.',
  },
  'day-full': {
    title: 'Today is full',
    detail:
      'The people already waiting fill the rest of today’s service hours, so no more numbers are given. Please come on another day.',
  },
  'plan-lost': {
    title: 'This plan is lost',
    detail:
      'The text of this plan is damaged or gone from the journal, so it can’t be shown or brought back. Other plans can still be opened; "npm run journal -- check" shows the damage.',
  },
  'too-many-steps': {
    title: 'Too many services',
    detail: 'One visit can’t hold this many services. Choose fewer.',
  },
  'place-changed-often': {
    title: 'Changed too often',
    detail:
      'Where this visitor waits was changed too often today. It stays as it is; the number is still called.',
  },
  'come-back-without-incomplete': {
    title: 'Nothing to come back for',
    detail:
      'A visitor who was served does not come back today. Say what is missing, or end without coming back.',
  },
  'documents-without-served': {
    title: 'Documents, but not served',
    detail: 'Documents are handed over to a visitor who was served. Leave them out, or end as served.',
  },
  'reason-contradicts': {
    title: 'The reason says otherwise',
    detail: 'This reason does not go with that outcome. Choose another reason or another outcome.',
  },
  'not-served-here': {
    title: 'Not served at this counter',
    detail: 'At least one of the services must be one that this counter serves.',
  },
  'not-of-agency': {
    title: 'Not of this agency',
    detail: 'A counter can only be handed to a colleague of its agency, or to a manager.',
  },
  'missing-without-incomplete': {
    title: 'The choices don’t match',
    detail: 'What was missing can only be noted when the outcome is “incomplete”.',
  },
  'unknown-file': { title: 'No such file', detail: 'The server has no such file.' },
  'file-unfit': {
    title: 'The file can’t be used',
    detail:
      'Only complete PDF files and PNG pictures can be used. Save it as one of them and upload it again.',
  },
  'file-too-large': {
    title: 'The file is too large',
    detail: 'At most 10 MB. Make it smaller and upload it again.',
  },
  'unknown-finding': { title: 'No such finding', detail: 'There is no such finding in the list.' },
  'unknown-inspection': {
    title: 'No such visit',
    detail: 'No such visit by evaluators is on record.',
  },
  'unknown-facility': { title: 'No such facility', detail: 'There is no such facility in the list.' },
  'evidence-unfit': {
    title: 'This file can’t be kept as evidence',
    detail:
      'Send a photo (JPEG, PNG, WebP), a PDF, or an office document without macros or password. What counts is what is in the file, not its name.',
  },
  'evidence-too-large': {
    title: 'This file is too large',
    detail:
      'A file can have up to 20 MB, a picture up to 12 MB and 36 megapixels. Make the photo smaller, or send the document in parts.',
  },
  'too-much-evidence': {
    title: 'This finding has enough files',
    detail: 'A finding can have 20 files and 200 changes. Note another finding for the rest.',
  },
  'finding-changed': {
    title: 'Somebody else has changed this finding',
    detail: 'What you see is out of date. Look at what has changed, then save yours again.',
  },
  'too-many-findings': {
    title: 'The list is full',
    detail: 'No more can be noted today or in this list. Ask the manager to go through those there are.',
  },
  'too-many-changes': {
    title: 'This finding was changed too often',
    detail: 'A finding can have 200 changes. End this one, and note another.',
  },
  'has-findings': {
    title: 'This visit has findings',
    detail: 'A visit with findings can’t be removed. Correct its day, or move the findings first.',
  },
  'media-unfit': {
    title: 'File cannot be shown',
    detail:
      'Boards show undamaged pictures in PNG, JPEG, WebP and GIF and videos in MP4 (H.264) and WebM (VP8, VP9). Save the file in one of these formats and upload it again.',
  },
  'media-too-large': {
    title: 'File too large',
    detail:
      'A picture has at most 12 MB and 36 million pixels, a video at most 200 MB. Make the file smaller and upload it again.',
  },
  'staff-changed': {
    title: 'The accounts have changed',
    detail: 'While the file was read, somebody changed the accounts. Nothing was done; upload it once more.',
  },
  'sheet-faults': {
    title: 'The file can’t be used yet',
    detail:
      'Something in this file is not clear. Correct what is listed and upload it again; nothing has changed.',
  },
  'plan-faults': {
    title: 'The plan has faults',
    detail: 'This plan can’t be used yet. Correct all the faults listed, then send it again.',
  },
  'unknown-paper-number': {
    title: 'There is no such emergency number',
    detail: 'No sheet with this number was printed here. Look at the slip again: sheet, number, check digit.',
  },
  'wrong-check-digit': {
    title: 'The check digit is wrong',
    detail: 'There is a typing mistake in this number. Type it again as it is on the slip.',
  },
  'already-entered': {
    title: 'This number has already been entered',
    detail: 'Look at what was entered for it. If that is wrong, correct it or take it back.',
  },
  'nothing-entered': {
    title: 'Nothing was entered for this number',
    detail: 'It may have been taken back in the meantime. Reload the sheet.',
  },
  'sheet-of-other-day': {
    title: 'This sheet belongs to another day',
    detail:
      'Numbers of this sheet were entered for another day, and a sheet is for one day. Look at the date on the slip.',
  },
  'sheet-printed-later': {
    title: 'This sheet was printed later',
    detail: 'On that day there was no such number yet. Look at the date on the slip.',
  },
  'day-not-enterable': {
    title: 'Nothing can be entered for this day',
    detail: 'Choose today or one of the 31 days before, not before the hall’s first day.',
  },
  'service-not-then': {
    title: 'The hall did not have this service on that day',
    detail: 'Choose the service as it was on that day.',
  },
  'no-time': {
    title: 'No time is entered',
    detail: 'Enter at least one time: when the visitor came, was called, was served, or left the counter.',
  },
  'not-served-but-started': {
    title: 'Not served, yet begun',
    detail:
      'A visitor who was not served has no beginning. Leave that time empty, or say that the visitor was served.',
  },
  'time-outside-day': {
    title: 'This time is outside the hall’s day',
    detail: 'The hall was not open around this time. Type the time by the 24-hour clock, for example 14.15.',
  },
  'times-reversed': {
    title: 'The times are not in order',
    detail: 'This time is too early. The order is: came, called, begun, ended.',
  },
  'time-in-future': {
    title: 'This time is still to come',
    detail: 'Look at the time and at the day.',
  },
  'paper-changed': {
    title: 'Somebody else has just entered something',
    detail: 'Nothing was done. Press again.',
  },
  'key-reused': {
    title: 'The request’s key has been used before',
    detail: 'This Idempotency-Key belongs to another request. Use a new one.',
  },
  'code-used': {
    title: 'The code has been used',
    detail:
      'That code has already been confirmed. Its display enrols itself within seconds; if not, reload its page for a new code.',
  },
  'counter-taken': {
    title: 'The counter is taken',
    detail: 'Somebody else is at this counter. Choose another one, or ask them to close it.',
  },
  'already-at-counter': {
    title: 'You are at another counter',
    detail: 'Close the counter you are at first, then open this one.',
  },
  'counter-busy': {
    title: 'Somebody is still being served',
    detail: 'Finish first with the number being called or served at this counter.',
  },
  'unknown-complaint': {
    title: 'There is no such complaint',
    detail: 'Check its number or address. Another agency may be looking after it.',
  },
  'complaint-changed': {
    title: 'Somebody else has just changed this complaint',
    detail: 'Look at what is new first, then try again. What you typed is still there.',
  },
  'complaint-closed': {
    title: 'This complaint is closed',
    detail: 'Reopen it first if there is still something to do.',
  },
  'complaint-erased': {
    title: 'The words of this complaint have been erased',
    detail: 'The time for keeping them is over, so it cannot be answered or reopened.',
  },
  'complaints-elsewhere': {
    title: 'Complaints go through SP4N-LAPOR!',
    detail: 'Open lapor.go.id or send an SMS to 1708.',
  },
  'unknown-proposal': {
    title: 'There is no such proposal',
    detail: 'It may have been removed. Reload the page to see all proposals.',
  },
  'proposal-decided': {
    title: 'This proposal has been decided',
    detail: 'Reload the page to see what was decided.',
  },
  'too-many-proposals': {
    title: 'Too many proposals are still open',
    detail: 'Withdraw those that are no longer needed, or wait for the manager.',
  },
  'plan-changed': {
    title: 'The set-up has been changed in the meantime',
    detail: 'Somebody else has changed it. Look at the current version, then make your change again.',
  },
  'other-call': {
    title: 'The counter has moved on',
    detail:
      'The number at this counter is no longer the one that was meant. Nothing was done. Look at the screen, and press again if it is still needed.',
  },
  'visit-changed': {
    title: 'This visit has just changed',
    detail: 'Nothing was done. Look at its current state, and press again if it is still needed.',
  },
  'too-late': {
    title: 'Not done',
    detail: 'The press arrived too late, so nothing was done. Please press once more.',
  },
  'revision-required': {
    title: 'The request does not say which set-up it changes',
    detail:
      'Say which one you changed: send the ETag of GET /api/plan back as If-Match, or its number as ?from=.',
  },
  'counter-not-open': { title: 'The counter is not open', detail: 'Open this counter first.' },
  'not-callable': {
    title: 'This number can’t be called now',
    detail: 'It is at another counter, not due yet, or does not wait for this counter.',
  },
  'nothing-called': { title: 'No number is called', detail: 'Call a number first.' },
  'not-started': {
    title: 'Serving has not started',
    detail: 'Press “Start” first, when the visitor is at the counter.',
  },
  'already-started': {
    title: 'Serving has started',
    detail: 'This number is being served, so that can’t be done any more.',
  },
  'nothing-to-release': {
    title: 'Nothing to release',
    detail: 'This number is neither on hold nor missed at this counter.',
  },
  'nothing-to-undo': {
    title: 'Nothing to undo',
    detail: 'There is no action to undo, or its 30 seconds are over.',
  },
  'not-undoable': {
    title: 'Can’t be undone any more',
    detail: 'The queue has moved on from it: the visit was called elsewhere, for example.',
  },
  'being-called': {
    title: 'Your number is being called',
    detail:
      'Please go to the counter now. If you can’t, wait until the number counts as missed, then press again.',
  },
  'being-served': {
    title: 'Being served',
    detail: 'This visit is called or being served. Please tell the staff at the counter.',
  },
  'not-waiting': {
    title: 'Nothing is waiting',
    detail: 'This visit is not waiting for a call. Ask the staff if there is something left to do.',
  },
  'no-priority': {
    title: 'This hall has no priority',
    detail: 'By the hall’s plan everybody is called in order of arrival.',
  },
  'visit-over': {
    title: 'The visit is over',
    detail: 'Everything for this number is done or cancelled. For anything else, please take a new number.',
  },
  'same-service': {
    title: 'The same service',
    detail: 'Choose another service: the visitor is already at this one.',
  },
  'already-waiting': {
    title: 'Already waiting for that',
    detail: 'This visitor is already waiting for that service.',
  },
  'unknown-pack': {
    title: 'No such evaluation pack',
    detail: 'It is not finished, was cancelled or was removed. Make it again if it is needed.',
  },
  'unknown-question': {
    title: 'No such question',
    detail: 'The program does not know this question. Reload the page and save again.',
  },
  'answer-unfit': {
    title: 'The answer does not fit',
    detail: 'A “how many” question is answered with a number, a “when” question with a day.',
  },
  'nothing-to-evaluate': {
    title: 'No service days',
    detail: 'The hall was never opened in this period. Choose one with service days.',
  },
  'pack-under-way': {
    title: 'Another pack is being made',
    detail: 'One evaluation pack is made at a time. Wait until it is ready, or cancel it.',
  },
  'unknown-simulation': {
    title: 'No such simulation',
    detail: 'It was removed, or the server has started again since. Run it once more.',
  },
  'day-not-over': {
    title: 'That day is not over',
    detail: 'Only days that are over can be tried again. Choose days up to yesterday.',
  },
  'period-too-long': {
    title: 'The period is too long',
    detail: 'A simulation has at most 92 days. Choose a shorter period.',
  },
  'nothing-to-simulate': {
    title: 'There is nothing to try',
    detail: 'Nobody is on record for these days. Choose others.',
  },
  'reversed-times': {
    title: 'The times are the wrong way round',
    detail: 'The end must be after the beginning.',
  },
  'overlapping-times': {
    title: 'The times overlap',
    detail: 'The same time is named twice for this counter, or for the hours. Join the two.',
  },
  'named-twice': {
    title: 'Named twice',
    detail: 'This counter or service is named twice in the same change. Join the two.',
  },
  'too-many-simulations': {
    title: 'Too many simulations are waiting',
    detail: 'Wait until one is done, or cancel one.',
  },
  'training-on': {
    title: 'Training is under way',
    detail: 'This concerns the hall itself. End the training first.',
  },
  'training-hours': {
    title: 'Not during opening hours',
    detail: 'Training ends a quarter of an hour before the hall opens. Practise after closing.',
  },
  'people-waiting': {
    title: 'People are waiting for this service',
    detail: 'Say what happens to them: serve them, move them to another service, or end their waiting.',
  },
  'staff-concerned': {
    title: 'Accounts would close with their agency',
    detail: 'These accounts close with their agency. Save again and agree to close them.',
  },
  'until-past': {
    title: 'This time has already passed',
    detail: 'Choose a time that is still to come.',
  },
  'other-agency': {
    title: 'It belongs to another agency',
    detail: 'Choose one of the same agency.',
  },
  'not-ended': {
    title: 'This has not ended',
    detail:
      'Only a step that has ended can be reopened: this one is still waiting, set aside or at a counter.',
  },
  'no-help-asked': {
    title: 'Nobody asked for help',
    detail: 'There is no call for help at this counter.',
  },
  'too-many-messages': {
    title: 'Too many unread messages',
    detail: 'Messages at this counter have not been read yet. Go there, or call.',
  },
  'clock-not-suspect': { title: 'The clock is right', detail: 'There is no time to confirm.' },
  'nothing-damaged': {
    title: 'There is nothing to confirm',
    detail: 'The journal is as it was left: nothing is missing, nothing was altered.',
  },
  'no-training': {
    title: 'No training is under way',
    detail: 'It has ended already. The hall itself is open.',
  },
  'nothing-to-reopen': {
    title: 'No day can be opened again',
    detail: 'A day can be opened again only until somebody takes a number in the next one.',
  },
  'clock-suspect': {
    title: 'The server’s clock is wrong',
    detail: 'No numbers can be given until a manager confirms the server’s time.',
  },
  'storage-unavailable': {
    title: 'Storage is not available',
    detail: 'Nothing can be stored at the moment, so nothing has changed. Try again or tell the manager.',
  },
  'no-voice': {
    title: 'Voice not available',
    detail: 'This sentence cannot be spoken at the moment. Please read it on the screen or ask the staff.',
  },
  'no-picture': {
    title: 'Picture not available',
    detail: 'The slip could not be drawn in time. Please try again in a moment.',
  },
  'no-room': {
    title: 'Not enough storage',
    detail:
      'The storage of the server’s PC is almost full or cannot be written. Remove files that nobody needs and try again.',
  },
  stopping: {
    title: 'The server is stopping',
    detail: 'The server is being stopped or restarted. Please try again in a moment.',
  },
  internal: {
    title: 'Something went wrong on the server',
    detail: 'The request could not be handled. Please give the manager the request id.',
  },
  'period-reversed': {
    title: 'The period is reversed',
    detail: 'Its last day is before its first one. Swap them.',
  },
  'period-outside': {
    title: 'No report for that period',
    detail: 'That period is outside the recorded days.',
  },
  'too-many-rows': {
    title: 'The table is too long',
    detail:
      'This report would be longer than anybody reads. Choose a shorter period, or group by something coarser.',
  },
  'officers-private': {
    title: 'Figures of officers are not shown',
    detail:
      'This hall does not show the figures of each officer. A manager can change that at Management, Rules of the reports.',
  },
  'unknown-month': {
    title: 'There is no report for that month',
    detail: 'The report for a month is made once the month is over, when the hall first opens after it.',
  },
  'no-ikm': {
    title: 'There is no IKM yet',
    detail: 'A report can be published once each element has at least five answers. Choose a longer period.',
  },
  'unknown-report': {
    title: 'There is no such report',
    detail: 'That report was withdrawn, or its address is wrong.',
  },
  'unknown-mark': {
    title: 'There is no such mark',
    detail: 'That mark was deleted, or its address is wrong.',
  },
  'unknown-right': {
    title: 'This was already answered, or its time is over',
    detail: 'A service can be rated once, until the end of the next day. Thank you.',
  },
  'nothing-answered': {
    title: 'Nothing has been answered yet',
    detail: 'Answer at least one question; the others may stay blank.',
  },
  'unknown-answer': {
    title: 'There is no such answer',
    detail: 'Its address is wrong.',
  },
  'already-excluded': {
    title: 'That answer is already excluded',
    detail: 'It does not count any more, and the reason is kept.',
  },
  'questions-unfit': {
    title: 'The questions of the survey are not complete',
    detail:
      'All nine elements must be there, each once with four answers, and the weights must add up to 1 (with six decimals at most).',
  },
  'month-past': {
    title: 'That month is over',
    detail:
      'New wording can apply from this month on or later; answers already given stay with their questions.',
  },
  'nine-only': {
    title: 'The weight 0.11 is only for the nine elements',
    detail: 'The survey of that period has elements or weights of its own. Choose the exact weight.',
  },
}
