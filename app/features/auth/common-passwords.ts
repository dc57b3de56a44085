// Only what reaches ten characters once people pad it: the rule about length refuses the rest. Folded, see password-rules.

/** Refused whole. */
export const commonPasswords = new Set(
  `1q2w3e4r5t 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw23edc zaq12wsxcde3 zaq1xsw2cde3 qazwsxedcrfv qazwsxedcrfvtgb
   q1w2e3r4t5 q1w2e3r4t5y6 qwer1234asdf asdf1234qwer qwerasdfzxcv qweasdzxc123 123qweasdzxc qweqweqwe123 a1b2c3d4e5 a1s2d3f4g5
   aa123456789 qq123456789 wo123456789 woshinibaba woshinimama woshishei123 caonima123 woaiwojia woaiwojia520 woaizhongguo
   zhongguo123 beijing2008 shanghai123 5201314520 1314520520 1314521521 5201314521 7758521521 7758258258 woaini1314 woaini520 woaini5201314
   aini1314520 ilove1314 iloveyou520 iloveyou1314 trustno1trustno1 correcthorsebatterystaple thequickbrownfox letmeinplease passwordpassword
   passw0rdpassw0rd changemeplease changemenow defaultpassword administrator administrator1 superadmin123 qwertyuiopasdf
   football123 baseball123 basketball princess123 sunshine123 superman123 michael123 jennifer123 whatever123 starwars123 pokemon123
   manchester liverpool123 barcelona1 chelsea123 arsenal123 juventus123 mypassword mypassword1 yourpassword newpassword oldpassword
   bitcoin123 bitcoin2024 bitcoin2025 ethereum123 metamask123 cryptocurrency tothemoon123 hodlhodlhodl satoshinakamoto`.split(
    /\s+/,
  ),
);

/** Refused when nothing but digits, years and signs stands around them. */
export const commonWords = (
  "password passwort passwd qwerty qwertz azerty abc abcd admin root welcome letmein login master hello iloveyou monkey dragon shadow sunshine " +
  "princess football baseball superman batman pokemon michael jordan hunter ninja secret whatever computer internet samsung iphone google " +
  "facebook wechat weixin alipay taobao bitcoin ethereum crypto wallet metamask binance coinbase okex huobi money lucky love baby angel " +
  "woaini aini woaiwojia wodemima mima mimamima denglu baobao baobei laopo laogong qinaide zhongguo beijing shanghai guangzhou shenzhen " +
  "nihao xiaoming zhang wang li liu chen yang zhao huang zhou wu asd asdf asdfgh qwe qweasd zxc zxcvbn qaz qazwsx test user guest"
).split(" ");

/** Runs along the keyboard and the counting rows; a password that only walks on them is refused, either way round. */
export const rows = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789",
  "qwertyuiopasdfghjklzxcvbnm",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qazwsxedcrfvtgbyhnujmikolp",
];
