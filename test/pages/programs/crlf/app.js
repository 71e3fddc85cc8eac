App({
})
