interface AppOption {
  globalData: { visits: number }
}

App<AppOption>({
  globalData: { visits: 0 },
})
