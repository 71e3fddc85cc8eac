module.exports = api => (options = {}) =>
  new Promise((resolve, reject) => {
    api({ ...options, success: resolve, fail: reject })
  })
