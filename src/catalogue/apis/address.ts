import type { Api } from '../api.ts'

export const chooseAddress: Api = {
  scope: 'scope.address',
  options: {},
  receives: [
    'userName',
    'postalCode',
    'provinceName',
    'cityName',
    'countyName',
    'streetName',
    'detailInfo',
    'detailInfoNew',
    'nationalCode',
    'telNumber',
  ],
  reply: () => ({
    userName: '张三',
    postalCode: '518000',
    provinceName: '广东省',
    cityName: '深圳市',
    countyName: '南山区',
    streetName: '示例街道',
    detailInfo: '示例街道示例路1号',
    detailInfoNew: '示例路1号',
    nationalCode: '440305',
    // The number of the official samples.
    telNumber: '020-81167888',
  }),
}
