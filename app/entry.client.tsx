import { startAutoSubmit } from "~/ui/behaviours/auto-submit";
import { startCharacterCount } from "~/ui/behaviours/character-count";
import { startCopying } from "~/ui/behaviours/copying";
import { startCounting } from "~/ui/behaviours/counting";
import { startFirstError } from "~/ui/behaviours/first-error";
import { startFolding } from "~/ui/behaviours/folding";
import { startLocalTime } from "~/ui/behaviours/local-time";
import { startMenus } from "~/ui/behaviours/menus";
import { startOnDemand } from "~/ui/behaviours/on-demand";
import { startQuoteOffer } from "~/ui/behaviours/quote-offer";
import { startReplyFocus } from "~/ui/behaviours/reply-focus";
import { startPasskeys } from "~/ui/behaviours/passkeys";
import { startPasswordStrength } from "~/ui/behaviours/password-strength";
import { startSendingOnce } from "~/ui/behaviours/sending-once";
import { startShortcuts } from "~/ui/behaviours/shortcuts";
import { startSuggesting } from "~/ui/behaviours/suggesting";
import { startTheme } from "~/ui/behaviours/theme";
import { startUnsavedText } from "~/ui/behaviours/unsaved-text";

startLocalTime();
startFolding();
startFirstError();
startMenus();
startTheme();
startShortcuts();
startSuggesting();
startCharacterCount();
startCopying();
startQuoteOffer();
startReplyFocus();
startAutoSubmit();
startUnsavedText();
startOnDemand();

// Whoever sends a form in a way of its own comes before the one that shuts it for a second press.
startPasskeys();
startPasswordStrength();
startCounting();
startSendingOnce();
