/**
 * The words the nudge goes by, as parts of patterns: ways of speaking about what somebody did not do, or did
 * badly. All of it is matched against lower case with contractions written out ("didn't" is "did not"). Made
 * from grammar and from words that mean the same, in the field's way of speaking.
 */

/** A pattern that fits any of these. */
export const anyOf = (...words: readonly string[]): string => `(?:${words.join("|")})`;

/** The same of a list in which each stands apart by two blanks or a line of its own. */
const listed = (words: string): string => anyOf(...words.trim().split(/\s*\n\s*| {2,}/u));

/** The grown-ups who write. */
export const adult = anyOf("i", "you", "we");
/** Anybody a sentence is about. */
export const person = anyOf(
  "i",
  "you",
  "we",
  "he",
  "she",
  "they",
  "kit",
  "zara",
  "the child",
  "the adult",
);
/** Little words that may stand between. */
export const adverb =
  "(?:(?:just|really|only|even|simply|still|also|quite|probably|maybe|perhaps|totally|completely|constantly|clearly|then) )*";

/** What a good answer would have been: to leave it undone is what these sentences regret. */
export const receiving = listed(`
  wait(?:ed|ing)?  listen(?:ed|ing)?
  notic(?:e|ed|ing)(?! the (?:time|clock|bell|noise|rain|cold|others))  respond(?:ed|ing)?
  acknowledg(?:e|ed|ing)  paus(?:e|ed|ing)  prais(?:e|ed|ing)  encourag(?:e|ed|ing)
  receiv(?:e|ed|ing)  engag(?:e|ed|ing)  smil(?:e|ed|ing)  pay(?:ing)?  paid  pick(?:ed|ing)? up
  tun(?:e|ed|ing) in  slow(?:ed|ing)?(?: down)?
  follow(?:ed|ing)? (?:him|her|them|his|their|the child|kit|zara|what)
  answer(?:ed|ing)? (?:him|her|them|his|when|at all)
  (?:giv(?:e|ing)|gave|given) (?:him|her|them|you|any|enough|kit|zara|time|space|the child)
  (?:leav(?:e|ing)|left) (?:him|her|them|any|enough|a gap|space|room|time)
  let(?:ting)? (?:him|her|them|you|kit|zara|the child)(?! (?:go|down|fall)\\b)  allow(?:ed|ing)?
  look(?:ed|ing)? (?:at (?:him|her|them|me|you|kit|zara)|up)
  catch(?:ing)? (?:it|that|his|her|the)  caught (?:it|that|his|her|the)
  understand(?:ing)? (?:him|her|them|what)  read(?:ing)? (?:him|her|them|his|the)
  (?:hear|heard|hearing) (?:him|her|them|his|what (?:he|she))
  (?:see|saw|seen|seeing) (?:him|her|them|his|what (?:he|she)|that (?:he|she)|the (?:look|sign|signal|cue|reach|smile|child))
  spot(?:ted|ting)?  include(?:d)?  respect(?:ed|ing)?
  do(?:ne)? (?:enough|well|better|a good|(?:him|her|them) any)  manag(?:e|ed)  work(?:ed|ing)?
  go(?:ne)? well
`);

/** To do these to somebody is what these sentences regret. Not to do them is a strength. */
export const intruding = listed(`
  talk(?:ed|ing|s)? (?:over|across|at)  spoke over  speaking over  interrupt(?:ed|ing|s)?
  rush(?:ed|ing|es)? (?:him|her|them|it|in|ahead|through|the|this|that|kit|zara|to (?:fill|answer|help|the))
  hurr(?:y|ied|ying) (?:him|her|them|it|kit|zara|through|the|on)  jump(?:ed|ing)? in
  butt(?:ed|ing) in  barg(?:ed|ing) in  step(?:ped|ping) in too
  cut(?:ting)? (?:(?:him|her|them|you|me|kit|zara|the child|it) (?:off|short)|in|across)
  (?:took|taken|taking|take) over  push(?:ed|ing|es)? (?:him|her|them|on|too|for|my|kit|zara)
  forc(?:ed|ing|e) (?:him|her|them|it|the|kit|zara|eye)  pressur(?:ed|ing|ised|ising)
  nag(?:ged|ging)?  lectur(?:ed|ing)  bombard(?:ed|ing)?  quizz(?:ed|ing)  interrogat(?:ed|ing)
  crowd(?:ed|ing) (?:him|her|them|kit|zara)  dominat(?:ed|ing|es)  overrid(?:e|ing)|overrode
  drown(?:ed|ing) (?:him|her|them|out)  swamp(?:ed|ing)  steamroll(?:ed|ered|ing|ering)
  ignor(?:ed|ing|es|e) (?:him|her|them|his|their|it|what|that|kit|zara|every\\w+|the (?:\\w+ )?(?:look|sign|signal|cue|reach|sound|child|children|initiative|hand|smile))
  dismiss(?:ed|ing|ive)  neglect(?:ed|ing)?  overlook(?:ed|ing)
  brush(?:ed|ing) (?:him|her|them|it) (?:off|aside)  turned my back  talk(?:ed|ing)? down
  told (?:him|her|them) off  tell(?:ing)? (?:him|her|them) off  scold(?:ed|ing)?  yank(?:ed|ing)
  snatch(?:ed|ing)
`);

/** Judgements that need nothing around them. */
export const judgement = listed(`
  fail(?:s|ed|ing|ure|ures)?  bad(?:ly)?  poor(?:ly)?  wrong(?:ly)?  awful(?:ly)?  terribl[ey]
  dreadful(?:ly)?  horribl[ey]  rubbish  useless  hopeless(?:ly)?  pathetic  lousy  inadequate
  incompetent  clums(?:y|ily)  careless(?:ly)?  thoughtless(?:ly)?  laz(?:y|ily)  sloppy
  pointless  clueless  unhelpful  unprofessional  inappropriate  unacceptable  insensitive
  inconsistent  ineffective  disappoint\\w*  embarrass\\w*  asham\\w+  guilty?  cring\\w+
  stupid(?:ly)?  weak(?:ness|nesses|er|est)?  mistakes?  errors?  faults?  flaw(?:s|ed)?
  blam(?:e|ed)  shortcomings?  problem(?:s|atic)?  issues?  concern(?:s|ing)  deficits?
  lack(?:s|ed|ing)?  ruin(?:ed|s)?  spoil(?:t|ed)  wast(?:ed|ing|e of)  blew it  botch(?:ed)?
  mess(?:ed)? (?:up|it|this|that)  made a mess  disast(?:er|rous)  underperform\\w*
  mis(?:read|judged?|handled?|timed?|understood|interpreted|managed)  regret\\w*  unfortunately
  worse  worst  harsh(?:ly)?  boss(?:y|ing)  impatient(?:ly)?  controlling  intrusive
  overbearing  pushy  negative(?:ly)?  annoy(?:ed|ing)  irritat(?:ed|ing)
  overwhelm(?:ed|ing) (?:him|her|them|kit|zara)
  over-?(?:react|stimulat|load|prompt|direct|talk|step|help|correct|bear)\\w*  non-?compliant
  uncooperative  unresponsive  unmotivated  disengaged  disruptive  defiant  naught(?:y|iness)
  let-?down  manipulative  aggressive  misbehav\\w*  attention[- ]seeking
  challenging behaviours?  difficult (?:child|boy|girl|behaviours?|pupil|student)
  behind (?:his|her|their) peers  bad-tempered  out of (?:sync|tune|step|control)
  attention span
  in(?:sensitive|consistent|effective|appropriate|adequate|competent|attentive|flexible|sincere|different|correct|sufficient|effectual)
  im(?:patience|mature)
  dis(?:organised|interested|connected|respectful|couraging|couraged|heartening|jointed)
  un(?:clear|kind|fair|friendly|welcoming|interested|prepared|natural|engaged|focused|necessary|needed|skilled|suitable|successful(?:ly)?|productive|supportive|sympathetic|noticed|answered|heard|acknowledged)
  (?:babyish|childish|backward|abnormal)  (?:patronis|condescend)ing
  (?:judge?mental|sarcastic|defensive|brusque|curt|snappish|half-hearted|heavy-handed|joyless|lifeless|boring|dull|monotonous|chaotic|chaos|shambles)
  (?:shame|pity)  on autopilot  through the motions  for no reason
  (?:got|get|gets|going|went) (?:nowhere|downhill)  (?:fell|fall|falls|falling) (?:apart|flat)
  (?:am|feel|was|felt) sorry (?:for|that|about|i)  hard on (?:him|her|them)
  (?:room|space|scope|areas?) (?:for|to) (?:improve\\w*|develop\\w*|work on)
  (?:need|needs|needed|needing) (?:improving|improvement|work|fixing|(?:more|less) (?:practice|work|training|effort|patience|discipline|structure|control)|training)
  (?:kicking|kicked|acting|acted|playing|played) (?:off|up)
  (?:zoned|tuned|checked|drifted|spaced|switched) (?:out|off)
  missed (?:opportunit\\w+|chances?|cues?|signals?)
  below (?:standard|average|par|expectations?)  (?:fell|falls|fall) short
  (?:must|could|can|room to|room for) (?:improve|improvement|do better|try harder|better)
  (?:lost|losing|lose|loses) (?:control|contact|touch|connection)
  (?:lost|losing|lose) (?:my|your|his|her|our) (?:patience|temper|cool|focus|concentration|way|nerve)
  (?:lost|losing|loses) (?:the moment|him|her|the thread|attention|interest|focus)
  (?:let|letting) (?:him|her|them|you|myself|everyone) down(?! (?:from|gently|slowly|to|into|off|on))
  hard(?:er)? to watch  painful
`);

/** What somebody can be or do too much of. */
export const tooMuch = listed(`
  much  many  fast  quick(?:ly)?  slow(?:ly)?  late  early  soon  long  loud(?:ly)?  little  few
  hard  far  busy  close  often  bossy  directive  rough(?:ly)?  abrupt(?:ly)?  keen  eager
  distracted  passive  quiet  strict  anxious  tense  stiff  intense  short  complicated  noisy
  rushed  firm(?:ly)?  serious  forceful(?:ly)?  wordy  heavy-handed
`);

/** Finds a way of speaking wherever it stands as words of its own. */
export const sign = (source: string): RegExp => new RegExp(`(?<![\\w-])${source}(?![\\w-])`, "gu");
