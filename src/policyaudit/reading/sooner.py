"""The remarks that let a review come early and leave its latest day as it is: "or sooner if the law changes"."""

_ONE = (
    r"(?:legislation|laws?|statutory guidance|national guidance|guidance|regulations?|statutory requirements"
    r"|requirements|circumstances|practice|policy|needs?|risks?|information|things)"
)
_THING = rf"{_ONE}(?:(?:,| or| and|/) ?(?:the |our )?{_ONE})*"
CHANGE = (
    rf"(?:(?:there (?:is|are) )?(?:an? |any )?(?:significant )?changes? (?:in|to|of) (?:the |our )?{_THING}"
    rf"|there (?:is|are) (?:an? |any )?(?:significant |legislative |statutory )?changes?"
    rf"|(?:the |our |any )?{_THING} (?:changes?|is changed|are changed|arises?|requires?(?: it)?|dictates?(?: it)?))"
)
NEED = r"(?:deemed )?(?:necessary|required|needed|appropriate)"
_CALLED = rf"(?:if|when|as|where|should|as and when|whenever)(?: (?:it|this) is)? (?:{NEED}|{CHANGE})"
EARLIER = r"(?:sooner|earlier|before|beforehand|more (?:often|frequently|regularly))"

# "or sooner", "or earlier if required", "or when legislation changes", "neu'n gynt os bydd angen".
SOONER = (
    rf"(?:(?:(?:and|or) )?{EARLIER}(?: {_CALLED})?|(?:or|and|also|and also) {_CALLED}|unless {CHANGE}"
    r"|neu'n gynt(?: os (?:oes|bydd) angen)?)"
)
