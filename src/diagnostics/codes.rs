//! The codes of what can be wrong: one list, which the compiler keeps. A room that
//! finds something names it by a variant, so that no finding has a code that cannot
//! be looked up.

use std::fmt::{self, Display};

macro_rules! rule_ids {
    ($($variant:ident = $code:literal, $name:literal;)*) => {
        /// A rule of `check`, by its code and its name: `LW012 word-to-avoid`. What it
        /// asks for, and why, is in [`check::rules`](crate::check::rules).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum RuleId {
            $(#[doc = concat!("`", $code, " ", $name, "`")] $variant,)*
        }

        impl RuleId {
            /// Every rule, in the order of the codes.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// Its code: `LW012`.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }

            /// Its name: `word-to-avoid`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

macro_rules! row_codes {
    ($($variant:ident = $code:literal;)*) => {
        /// What is wrong with a row of a spreadsheet. Its code stays the same from
        /// version to version; for addresses it is GOV.UK Notify's own
        /// (notifications-utils, `postal_address.py`).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum RowCode {
            $(#[doc = concat!("`", $code, "`")] $variant,)*
        }

        impl RowCode {
            /// Every one there is.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// Its code: `not-a-date`.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }
        }
    };
}

rule_ids! {
ExceptionWithoutEffect = "LW001", "exception-without-effect";
UnknownRule = "LW002", "unknown-rule";
OtherTonesTerm = "LW010", "other-tones-term";
TermWithoutEntry = "LW011", "term-without-entry";
WordToAvoid = "LW012", "word-to-avoid";
CommandInInvitation = "LW013", "command-in-invitation";
JobNotExplained = "LW014", "job-not-explained";
WeekdayAndDate = "LW020", "weekday-and-date";
InvitationWithoutWhenAndWhere = "LW021", "invitation-without-when-and-where";
InvitationWithoutWhoAndWhat = "LW022", "invitation-without-who-and-what";
InvitationWithoutLength = "LW023", "invitation-without-length";
InvitationWithoutWhatToBring = "LW024", "invitation-without-what-to-bring";
InvitationWithoutWayToChange = "LW025", "invitation-without-way-to-change";
InvitationWithoutSupport = "LW026", "invitation-without-support";
PainNotBelieved = "LW027", "pain-not-believed";
OptIn = "LW028", "opt-in";
LetterForm = "LW029", "letter-form";
OptionsDifferInParts = "LW030", "options-differ-in-parts";
UnequalDetail = "LW031", "unequal-detail";
OneSided = "LW032", "one-sided";
NoDoingNothing = "LW033", "no-doing-nothing";
MixedDenominators = "LW034", "mixed-denominators";
OrderNotExplained = "LW035", "order-not-explained";
RecommendedOption = "LW036", "recommended-option";
DecisionNotStated = "LW037", "decision-not-stated";
OptionsWithoutSources = "LW038", "options-without-sources";
PressureInOption = "LW039", "pressure-in-option";
FigureWithoutSource = "LW040", "figure-without-source";
UnknownSource = "LW041", "unknown-source";
UnusedSource = "LW042", "unused-source";
FigureStyle = "LW043", "figure-style";
DateAndTimeStyle = "LW044", "date-and-time-style";
UnexplainedAcronym = "LW045", "unexplained-acronym";
NumberStyle = "LW046", "number-style";
PhoneStyle = "LW047", "phone-style";
NhsNumberStyle = "LW048", "nhs-number-style";
ShortForms = "LW049", "short-forms";
LongSentence = "LW050", "long-sentence";
LongParagraph = "LW051", "long-paragraph";
PassiveVoice = "LW052", "passive-voice";
LongWord = "LW053", "long-word";
HeadingStyle = "LW054", "heading-style";
Jargon = "LW055", "jargon";
LongList = "LW056", "long-list";
BlockCapitals = "LW057", "block-capitals";
UnfinishedText = "LW058", "unfinished-text";
ContactNotChecked = "LW060", "contact-not-checked";
GuidePastReview = "LW061", "guide-past-review";
DateInTheFuture = "LW062", "date-in-the-future";
SameNumberTwice = "LW063", "same-number-twice";
PhoneThatCannotBe = "LW064", "phone-that-cannot-be";
AddressThatCannotBe = "LW065", "address-that-cannot-be";
PostcodeThatCannotBe = "LW066", "postcode-that-cannot-be";
CrisisLineNotRung = "LW067", "crisis-line-not-rung";
ExampleDetails = "LW068", "example-details";
TextTooLong = "LW070", "text-too-long";
HalfEmptyPage = "LW071", "half-empty-page";
HeadingAtFoot = "LW072", "heading-at-foot";
SplitItem = "LW073", "split-item";
SmallText = "LW074", "small-text";
LineLength = "LW075", "line-length";
PaleColour = "LW076", "pale-colour";
CoarsePicture = "LW077", "coarse-picture";
NearEdge = "LW078", "near-edge";
TooManyPages = "LW079", "too-many-pages";
UnknownLanguage = "LW080", "unknown-language";
DrawingWithoutWords = "LW081", "drawing-without-words";
TableWithoutHeader = "LW082", "table-without-header";
LinkWithoutWords = "LW083", "link-without-words";
NoHeading = "LW084", "no-heading";
FakeHeading = "LW085", "fake-heading";
FileNameAsWords = "LW086", "file-name-as-words";
IncompleteImprint = "LW090", "incomplete-imprint";
NoOtherFormats = "LW091", "no-other-formats";
NoTranslationOffer = "LW092", "no-translation-offer";
NoFeedback = "LW093", "no-feedback";
NoCrisisHelp = "LW094", "no-crisis-help";
LateCrisisHelp = "LW095", "late-crisis-help";
CrisisHelpWithoutNumber = "LW096", "crisis-help-without-number";
OtherSections = "LW100", "other-sections";
OtherFigures = "LW101", "other-figures";
OtherPlaceholders = "LW102", "other-placeholders";
DraftNotSaid = "LW103", "draft-not-said";
SlipTakesText = "LW110", "slip-takes-text";
InAFold = "LW111", "in-a-fold";
OffThePage = "LW120", "off-the-page";
UnansweredNeed = "LW130", "unanswered-need";
Promise = "LW140", "promise";
Blame = "LW141", "blame";
Dismissal = "LW142", "dismissal";
MedicineOr999 = "LW143", "medicine-or-999";
ThreatInLetter = "LW144", "threat-in-letter";
Assumption = "LW145", "assumption";
Idiom = "LW150", "idiom";
DoubleNegative = "LW151", "double-negative";
VagueTime = "LW152", "vague-time";
}

row_codes! {
    MissingValue = "missing-value";
    NotAName = "not-a-name";
    TooLong = "too-long";
    NotADate = "not-a-date";
    NotATime = "not-a-time";
    NotAChoice = "not-a-choice";
    NotAnNhsNumber = "not-an-nhs-number";
    SameDay = "same-day";
    UnknownPlace = "unknown-place";
    UnknownLetter = "unknown-letter";
    SaysOnlyYes = "says-only-yes";
    TimeIsMidnight = "time-is-midnight";
    DateInThePast = "date-in-the-past";
    DateFarAway = "date-far-away";
    SamePersonTwice = "same-person-twice";
    SamePersonOtherDay = "same-person-other-day";
    SameReferenceTwice = "same-reference-twice";
    OnASunday = "on-a-sunday";
    OnABankHoliday = "on-a-bank-holiday";
    EarlyOrLate = "early-or-late";
    NoSuchHour = "no-such-hour";
    NameWithComma = "name-with-comma";
    NameInCapitals = "name-in-capitals";
    OnlyATitle = "only-a-title";
    PostcodeTwice = "postcode-twice";
    NumberTooLong = "number-too-long";
    FormulaError = "formula-error";
    FormulaWithoutResult = "formula-without-result";
    NumberNotShown = "number-not-shown";
    ErrorWord = "error-word";
    DateInText = "date-in-text";
    MergedCells = "merged-cells";
    StruckOut = "struck-out";
    TotalRow = "total-row";
    TooManyCells = "too-many-cells";
    InvalidCharacter = "invalid-character";
    TooManyMarks = "too-many-marks";
    LostLetters = "lost-letters";
    CharacterWithoutTypeface = "character-without-typeface";
    DoesNotFit = "does-not-fit";
    TooSlow = "too-slow";
    CannotBeSet = "cannot-be-set";
    AddressIsEmpty = "address-is-empty";
    NotEnoughAddressLines = "not-enough-address-lines";
    TooManyAddressLines = "too-many-address-lines";
    InvalidAddressLine1Or2 = "invalid-address-line-1-or-2";
    HasCountryForBfpoAddress = "has-country-for-bfpo-address";
    NotARealUkPostcode = "not-a-real-uk-postcode";
    InvalidCharInAddress = "invalid-char-in-address";
    NoFixedAbodeAddress = "no-fixed-abode-address";
}

impl RowCode {
    /// Whether it is a doubt: nothing forbids it, nobody is likely to have meant it, and
    /// whoever prints may say that it is right.
    pub fn is_doubt(self) -> bool {
        matches!(
            self,
            Self::SamePersonTwice
                | Self::OnASunday
                | Self::OnABankHoliday
                | Self::EarlyOrLate
                | Self::NoSuchHour
                | Self::NameWithComma
                | Self::NameInCapitals
                | Self::OnlyATitle
                | Self::PostcodeTwice
        )
    }
}

/// What a problem is about, in a word that does not change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// A rule of `check`.
    Rule(RuleId),
    /// A row of a spreadsheet.
    Row(RowCode),
}

impl Code {
    /// The code alone: `LW012`, `not-a-date`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Rule(rule) => rule.code(),
            Self::Row(row) => row.code(),
        }
    }

    /// The rule, where it is one.
    pub fn rule(self) -> Option<RuleId> {
        match self {
            Self::Rule(rule) => Some(rule),
            Self::Row(_) => None,
        }
    }
}

impl From<RuleId> for Code {
    fn from(rule: RuleId) -> Self {
        Self::Rule(rule)
    }
}

impl From<RowCode> for Code {
    fn from(row: RowCode) -> Self {
        Self::Row(row)
    }
}

impl Display for RuleId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.code(), self.name())
    }
}

impl Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rule(rule) => write!(formatter, "{rule}"),
            Self::Row(row) => formatter.write_str(row.code()),
        }
    }
}
