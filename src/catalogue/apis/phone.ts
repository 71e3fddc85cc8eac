import type { Api, Option, Options } from '../api.ts'
import { newScopes } from '../sources.ts'
import { boolean, number, requiredText } from './options.ts'

const text: Option = { types: ['String'] }
const requiredNumber: Option = { types: ['Number'], required: true }

/** The fields of a contact, as the API's page lists them. */
const contactFields = [
  'photoFilePath',
  'nickName',
  'lastName',
  'middleName',
  'remark',
  'mobilePhoneNumber',
  'weChatNumber',
  'addressCountry',
  'addressState',
  'addressCity',
  'addressStreet',
  'addressPostalCode',
  'organization',
  'title',
  'workFaxNumber',
  'workPhoneNumber',
  'hostNumber',
  'email',
  'url',
  'workAddressCountry',
  'workAddressState',
  'workAddressCity',
  'workAddressStreet',
  'workAddressPostalCode',
  'homeFaxNumber',
  'homePhoneNumber',
  'homeAddressCountry',
  'homeAddressState',
  'homeAddressCity',
  'homeAddressStreet',
  'homeAddressPostalCode',
] as const

/** The phone then asks the user itself, which is no part of WeChat's authorization. */
export const addPhoneContact: Api = {
  scope: 'scope.addPhoneContact',
  options: {
    firstName: requiredText,
    ...Object.fromEntries(contactFields.map(field => [field, text])),
  },
  sample: { firstName: '张三' },
  receives: [],
  reply: () => ({}),
  ...newScopes,
}

/** What both have. On a phone both are only for taps; here a call counts as one. */
const event: Options = {
  title: requiredText,
  startTime: requiredNumber,
  allDay: boolean,
  description: text,
  location: text,
  // A string on the API's page, although `startTime` is a number; both are seen in code.
  endTime: { types: ['String', 'Number'] },
  alarm: boolean,
  alarmOffset: number,
  path: text,
  signature: text,
}

const sample = { title: '示例日程', startTime: 1700000000 }

export const addPhoneCalendar: Api = {
  scope: 'scope.addPhoneCalendar',
  options: event,
  sample,
  receives: [],
  reply: () => ({}),
  ...newScopes,
}

export const addPhoneRepeatCalendar: Api = {
  scope: 'scope.addPhoneCalendar',
  options: {
    ...event,
    repeatInterval: { types: ['String'], values: ['day', 'week', 'month', 'year'] },
    repeatEndTime: number,
  },
  sample,
  receives: [],
  reply: () => ({}),
  ...newScopes,
}
