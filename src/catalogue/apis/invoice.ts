import type { Api } from '../api.ts'

export const chooseInvoiceTitle: Api = {
  scope: 'scope.invoiceTitle',
  options: {},
  receives: ['type', 'title', 'taxNumber', 'companyAddress', 'telephone', 'bankName', 'bankAccount'],
  reply: () => ({
    // The API page says a string, '0' for a company and '1' for a person, and results quoted in public code have "0";
    // the typings say a number. Code that compares loosely works with both.
    type: '0',
    title: '示例科技有限公司',
    taxNumber: '91440300MA00000000',
    companyAddress: '广东省深圳市南山区示例路1号',
    telephone: '020-81167888',
    bankName: '示例银行深圳分行',
    bankAccount: '0000 0000 0000 000',
  }),
}

export const chooseInvoice: Api = {
  scope: 'scope.invoice',
  options: {},
  receives: ['invoiceInfo'],
  reply: () => ({
    // The API page says a JSON string, but not of what; public code parses an array. The typings of early 2019 say an
    // object.
    invoiceInfo: JSON.stringify([
      {
        card_id: 'pWXAuthDemo_0000000000000001',
        encrypt_code: 'd3hhdXRoLWRlbW8taW52b2ljZQ==',
        app_id: 'wx0000000000000000',
      },
    ]),
  }),
}
