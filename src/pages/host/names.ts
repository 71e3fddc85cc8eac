/**
 * The names of `wx`, as miniprogram-api-typings 5.2.3 declares them; a test compares the two. What has no row of its own
 * is answered by its name alone.
 */

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Functions that take options with callbacks: `X:ok`. */
export const asyncNames = words(`
  addCard addFileToFavorites addPaymentPassFinish addPaymentPassGetCertificateData addPhoneCalendar
  addPhoneContact addPhoneRepeatCalendar addVideoToFavorites authPrivateMessage authorize
  authorizeForMiniProgram batchGetStorage batchSetStorage bindEmployeeRelation canAddSecureElementPass
  canvasGetImageData canvasPutImageData canvasToTempFilePath checkDeviceSupportHevc checkEmployeeRelation
  checkIsAddedToMyMiniProgram checkIsOpenAccessibility checkIsSoterEnrolledInDevice
  checkIsSupportFacialRecognition checkIsSupportSoterAuthentication checkSession checkTransitCardSupport
  chooseAddress chooseContact chooseImage chooseInvoice chooseInvoiceTitle chooseLicensePlate
  chooseLocation chooseMedia chooseMessageFile choosePoi chooseVideo clearStorage closeBLEConnection
  closeBluetoothAdapter closeSocket compressImage compressVideo connectWifi createBLEConnection
  createBLEPeripheralServer cropImage deleteTransitCard disableAlertBeforeUnload editImage
  enableAlertBeforeUnload enterChatToolMode exitMiniProgram exitVoIPChat faceDetect
  getAvailableAudioSources getBLEDeviceCharacteristics getBLEDeviceRSSI getBLEDeviceServices getBLEMTU
  getBackgroundAudioPlayerState getBackgroundFetchData getBackgroundFetchToken getBatteryInfo getBeacons
  getBluetoothAdapterState getBluetoothDevices getChannelsLiveInfo getChannelsLiveNoticeInfo
  getChannelsShareKey getChatToolInfo getClipboardData getCommonConfig getConnectedBluetoothDevices
  getConnectedWifi getDeviceBenchmarkInfo getDeviceVoIPList getExtConfig getFuzzyLocation
  getGroupEnterInfo getHCEState getImageInfo getInferenceEnvInfo getLocalIPAddress getLocation
  getNetworkType getPrivacySetting getRandomValues getRendererUserAgent getScreenBrightness
  getScreenRecordingState getSecureElementPasses getSelectedTextRange getSetting getShareInfo
  getShowSplashAdStatus getSkylineInfo getStorage getStorageInfo getSystemInfo getSystemInfoAsync
  getTransitCardCPLC getTransitCardInfo getTransitCardList getUserInfo getUserProfile getVideoInfo
  getWeRunData getWifiList hideHomeButton hideKeyboard hideLoading hideNavigationBarLoading hideShareMenu
  hideTabBar hideTabBarRedDot hideToast initFaceDetect isBluetoothDevicePaired issueTransitCard
  join1v1Chat joinVoIPChat jumpToOfflinePay loadBuiltInFontFace loadFontFace login makeBluetoothPair
  makePhoneCall navigateBack navigateBackMiniProgram navigateTo navigateToMiniProgram
  notifyBLECharacteristicValueChange notifyGroupMembers openAppAuthorizeSetting openBluetoothAdapter
  openCard openChannelsActivity openChannelsEvent openChannelsLive openChannelsLiveNoticeInfo
  openChannelsUserProfile openChatTool openCustomerServiceChat openDesignerProfile openDocument
  openEmbeddedMiniProgram openHKOfflinePayView openInquiriesTopic openLocation openOfficialAccountArticle
  openOfficialAccountChat openOfficialAccountProfile openPrivacyContract openSetting openSingleStickerView
  openStickerIPView openStickerSetView openStoreCouponDetail openStoreOrderDetail
  openSystemBluetoothSetting openVideoEditor pageScrollTo pauseBackgroundAudio pauseVoice
  playBackgroundAudio playVoice pluginLogin postMessageToReferrerMiniProgram postMessageToReferrerPage
  preloadAssets preloadSkylineView preloadWebview previewImage previewMedia reLaunch
  readBLECharacteristicValue rechargeTransitCard redirectTo removeSecureElementPass removeStorage
  removeTabBarBadge requestAppleSubscribeSign requestCommonPayment requestDeviceVoIP requestFacialVerify
  requestMerchantTransfer requestOrderPayment requestPayment requestPluginPayment
  requestSubscribeDeviceMessage requestSubscribeEmployeeMessage requestSubscribeMessage
  requestVirtualPayment requirePrivacyAuthorize reserveChannelsLive restartMiniProgram rewriteRoute
  saveFileToDisk saveImageToPhotosAlbum saveVideoToPhotosAlbum scanCode seekBackgroundAudio
  selectGroupMembers sendHCEMessage sendSms sendSocketMessage setBLEMTU setBackgroundColor
  setBackgroundFetchToken setBackgroundTextStyle setClipboardData setEnable1v1Chat setEnableDebug
  setInnerAudioOption setKeepScreenOn setNavigationBarColor setNavigationBarTitle setScreenBrightness
  setStorage setTabBarBadge setTabBarItem setTabBarStyle setTopBarText setVisualEffectOnCapture
  setWifiList setWindowSize shareAppMessageToGroup shareEmojiToGroup shareFileMessage shareFileToGroup
  shareImageToGroup shareToOfficialAccount shareToWeRun shareVideoMessage shareVideoToGroup
  showActionSheet showLoading showModal showNavigationBarLoading showRedPackage showShareImageMenu
  showShareMenu showTabBar showTabBarRedDot showToast startAccelerometer startBeaconDiscovery
  startBluetoothDevicesDiscovery startCompass startDeviceMotionListening startGyroscope startHCE
  startLocalServiceDiscovery startLocationUpdate startLocationUpdateBackground startPullDownRefresh
  startRecord startSoterAuthentication startWifi stopAccelerometer stopBackgroundAudio stopBeaconDiscovery
  stopBluetoothDevicesDiscovery stopCompass stopDeviceMotionListening stopFaceDetect stopGyroscope stopHCE
  stopLocalServiceDiscovery stopLocationUpdate stopPullDownRefresh stopRecord stopVoice stopWifi
  subscribeVoIPVideoMembers switchTab updateShareMenu updateVoIPChatMuteConfig updateWeChatApp vibrateLong
  vibrateShort writeBLECharacteristicValue
`)

/** `onX` and `offX`. */
export const listenerNames = words(`
  offAccelerometerChange offAfterPageLoad offAfterPageUnload offApiCategoryChange offAppHide offAppRoute
  offAppRouteDone offAppShow offAudioInterruptionBegin offAudioInterruptionEnd
  offBLECharacteristicValueChange offBLEConnectionStateChange offBLEMTUChange
  offBLEPeripheralConnectionStateChanged offBatteryInfoChange offBeaconServiceChange offBeaconUpdate
  offBeforeAppRoute offBeforePageLoad offBeforePageUnload offBluetoothAdapterStateChange
  offBluetoothDeviceFound offCompassChange offCopyUrl offDeviceMotionChange
  offEmbeddedMiniProgramHeightChange offError offGeneratePoster offGetWifiList offGyroscopeChange
  offHCEMessage offKeyDown offKeyUp offKeyboardHeightChange offLazyLoadError offLocalServiceDiscoveryStop
  offLocalServiceFound offLocalServiceLost offLocalServiceResolveFail offLocationChange
  offLocationChangeError offMemoryWarning offMenuButtonBoundingClientRectWeightChange
  offNetworkStatusChange offNetworkWeakChange offPageNotFound offParallelStateChange
  offScreenRecordingStateChanged offThemeChange offUnhandledRejection offUserCaptureScreen
  offUserOffTranslation offUserTriggerTranslation offVoIPChatInterrupted offVoIPChatMembersChanged
  offVoIPChatSpeakersChanged offVoIPChatStateChanged offVoIPVideoMembersChanged offWifiConnected
  offWifiConnectedWithPartialInfo offWindowResize offWindowStateChange onAccelerometerChange
  onAfterPageLoad onAfterPageUnload onApiCategoryChange onAppHide onAppRoute onAppRouteDone onAppShow
  onAudioInterruptionBegin onAudioInterruptionEnd onBLECharacteristicValueChange
  onBLEConnectionStateChange onBLEMTUChange onBLEPeripheralConnectionStateChanged onBackgroundAudioPause
  onBackgroundAudioPlay onBackgroundAudioStop onBackgroundFetchData onBatteryInfoChange
  onBeaconServiceChange onBeaconUpdate onBeforeAppRoute onBeforePageLoad onBeforePageUnload
  onBluetoothAdapterStateChange onBluetoothDeviceFound onCompassChange onCopyUrl onDeviceMotionChange
  onEmbeddedMiniProgramHeightChange onError onGeneratePoster onGetWifiList onGyroscopeChange onHCEMessage
  onKeyDown onKeyUp onKeyboardHeightChange onLazyLoadError onLocalServiceDiscoveryStop onLocalServiceFound
  onLocalServiceLost onLocalServiceResolveFail onLocationChange onLocationChangeError onMemoryWarning
  onMenuButtonBoundingClientRectWeightChange onNeedPrivacyAuthorization onNetworkStatusChange
  onNetworkWeakChange onPageNotFound onParallelStateChange onScreenRecordingStateChanged onSocketClose
  onSocketError onSocketMessage onSocketOpen onThemeChange onUnhandledRejection onUserCaptureScreen
  onUserOffTranslation onUserTriggerTranslation onVoIPChatInterrupted onVoIPChatMembersChanged
  onVoIPChatSpeakersChanged onVoIPChatStateChanged onVoIPVideoMembersChanged onWifiConnected
  onWifiConnectedWithPartialInfo onWindowResize onWindowStateChange
`)

/** Functions that return an object, with the methods of that object. */
export const objectMethods: Readonly<Record<string, readonly string[]>> = {
  createAnimation: words(`
    export backgroundColor bottom height left matrix matrix3d opacity right rotate rotate3d rotateX rotateY
    rotateZ scale scale3d scaleX scaleY scaleZ skew skewX skewY step top translate translate3d translateX
    translateY translateZ width
  `),
  createAudioContext: words(`
    pause play seek setSrc
  `),
  createCacheManager: words(`
    addRules clearCaches clearRules deleteCache deleteCaches deleteRule deleteRules off on start stop match
    addRule
  `),
  createCameraContext: words(`
    setZoom startRecord stopRecord takePhoto onCameraFrame
  `),
  createCanvasContext: words(`
    arc arcTo beginPath bezierCurveTo clearRect clip closePath createPattern draw drawImage fill fillRect
    fillText lineTo moveTo quadraticCurveTo rect restore rotate save scale setFillStyle setFontSize
    setGlobalAlpha setLineCap setLineDash setLineJoin setLineWidth setMiterLimit setShadow setStrokeStyle
    setTextAlign setTextBaseline setTransform stroke strokeRect strokeText transform translate measureText
    createCircularGradient createLinearGradient
  `),
  createGlobalPayment: words(`
    abort openMethodPicker requestGlobalPayment
  `),
  createInferenceSession: words(`
    destroy offError offLoad onError onLoad run
  `),
  createInnerAudioContext: words(`
    destroy offCanplay offEnded offError offPause offPlay offSeeked offSeeking offStop offTimeUpdate
    offWaiting onCanplay onEnded onError onPause onPlay onSeeked onSeeking onStop onTimeUpdate onWaiting
    pause play seek stop
  `),
  createIntersectionObserver: words(`
    disconnect observe relativeTo relativeToViewport
  `),
  createInterstitialAd: words(`
    destroy offClose offError offLoad onClose onError onLoad load show
  `),
  createLivePlayerContext: words(`
    exitBackgroundPlayback exitCasting exitFullScreen exitPictureInPicture mute pause play reconnectCasting
    requestBackgroundPlayback requestFullScreen resume snapshot startCasting stop switchCasting
  `),
  createLivePusherContext: words(`
    applyBlusherStickMakeup applyEyeBrowMakeup applyEyeShadowMakeup applyFaceContourMakeup applyFilter
    applyLipStickMakeup applySticker clearFilters clearMakeups clearStickers createOffscreenCanvas
    exitPictureInPicture getMaxZoom onCustomRendererEvent pause pauseBGM playBGM resume resumeBGM
    sendMessage setBGMVolume setMICVolume setZoom snapshot start startPreview stop stopBGM stopPreview
    switchCamera toggleTorch
  `),
  createMapContext: words(`
    addArc addCustomLayer addGroundOverlay addMarkers addVisualLayer eraseLines executeVisualLayerCommand
    fromScreenLocation getCenterLocation getRegion getRotate getScale getSkew includePoints
    initMarkerCluster moveAlong moveToLocation on openMapApp removeArc removeCustomLayer removeGroundOverlay
    removeMarkers removeVisualLayer setBoundary setCenterOffset setLocMarkerIcon toScreenLocation
    translateMarker updateGroundOverlay
  `),
  createMediaAudioPlayer: words(`
    addAudioSource destroy removeAudioSource start stop
  `),
  createMediaContainer: words(`
    addTrack destroy export extractDataSource removeTrack
  `),
  createMediaRecorder: words(`
    off on destroy pause requestFrame resume start stop
  `),
  createOffscreenCanvas: words(`
    createImage getContext
  `),
  createRewardedVideoAd: words(`
    load show destroy offClose offError offLoad onClose onError onLoad
  `),
  createSelectorQuery: words(`
    exec select selectAll selectViewport in
  `),
  createTCPSocket: words(`
    bindWifi close connect offBindWifi offClose offConnect offError offMessage onBindWifi onClose onConnect
    onError onMessage write
  `),
  createUDPSocket: words(`
    close connect offClose offError offListening offMessage onClose onError onListening onMessage send
    setTTL write bind
  `),
  createVKSession: words(`
    getAllMarker getAllOSDMarker hitTest cancelAnimationFrame destroy detectBody detectDepth detectFace
    detectHand off on removeMarker removeOSDMarker runOCR setDepthOccRange start stop update3DMode
    updateMaskMode updateOSDThreshold getVKFrame addMarker addOSDMarker requestAnimationFrame
  `),
  createVideoContext: words(`
    exitBackgroundPlayback exitCasting exitFullScreen exitPictureInPicture hideStatusBar pause play
    playbackRate reconnectCasting requestBackgroundPlayback requestFullScreen seek sendDanmu showStatusBar
    startCasting stop switchCasting
  `),
  createVideoDecoder: words(`
    getFrameData remove seek start stop off on
  `),
  createWebAudioContext: words(`
    createAnalyser createBiquadFilter createChannelMerger createChannelSplitter createConstantSource
    createDelay createDynamicsCompressor createGain createIIRFilter createOscillator createPanner
    createPeriodicWave close resume suspend createScriptProcessor createWaveShaper createBuffer
    decodeAudioData createBufferSource
  `),
  createWorker: words(`
    getCameraFrameData onError onMessage onProcessKilled postMessage terminate testOnProcessKilled
  `),
  getBackgroundAudioManager: words(`
    onCanplay onEnded onError onNext onPause onPlay onPrev onSeeked onSeeking onStop onTimeUpdate onWaiting
    pause play seek stop
  `),
  getFileSystemManager: words(`
    readdirSync readCompressedFileSync access accessSync appendFile appendFileSync close copyFile
    copyFileSync fstat ftruncate getFileInfo getSavedFileList mkdir mkdirSync open read readCompressedFile
    readFile readZipEntry readdir removeSavedFile rename renameSync rmdir rmdirSync saveFile stat truncate
    unlink unlinkSync unzip write writeFile writeFileSync readSync fstatSync statSync writeSync openSync
    saveFileSync readFileSync closeSync ftruncateSync truncateSync
  `),
  getLogManager: words(`
    debug info log warn
  `),
  getNFCAdapter: words(`
    offDiscovered onDiscovered startDiscovery stopDiscovery getIsoDep getMifareClassic getMifareUltralight
    getNdef getNfcA getNfcB getNfcF getNfcV
  `),
  getPerformance: words(`
    getEntries getEntriesByName getEntriesByType setBufferSize createObserver
  `),
  getPluginUpdateManager: words(`
    onCheckForUpdate onUpdateFailed onUpdateReady
  `),
  getRealtimeLogManager: words(`
    getCurrentState addFilterMsg error in info setFilterMsg warn tag
  `),
  getRecorderManager: words(`
    onError onFrameRecorded onInterruptionBegin onInterruptionEnd onPause onResume onStart onStop pause
    resume start stop
  `),
  getUpdateManager: words(`
    applyUpdate onCheckForUpdate onUpdateFailed onUpdateReady
  `),
  getUserCryptoManager: words(`
    getLatestUserKey getRandomValues
  `),
}
