export const mails = {
  code: "Your mail code, which only we know:",
  settings: "Choose which mails you get",
  suspension: {
    begun: "Your account at {site} is suspended",
    ended: "Your account at {site} is back",
    why: "You have been signed out everywhere and cannot sign in for now. Reason: {reason, select, scam {scams or impersonation} spam {spam} abuse {abuse of others} evasion {going around an earlier suspension} other {another}}.",
    until:
      "It comes back by itself on {until, date, ::yMMMMdHHmm} UTC. What you wrote and your votes are kept; the votes do not count until then.",
    forGood:
      "It stays so until somebody lifts it. What you wrote and your votes are kept; the votes do not count until then.",
    appeal: "If you think that is a mistake, write to the people who run the site.",
    back: "You can sign in again. Your votes count again as well.",
  },
  account: {
    reason: "This mail is about your account at {site}. It comes whatever you chose about notifications.",
    reasonNoAccount: "Somebody typed this address at {site}. Did not do that? Then there is nothing to do.",
    valid:
      "The link works once, for {minutes, plural, one {# minute} other {# minutes}}. Nobody who works here will ever ask you for it.",
    validHours:
      "The link works once, for {hours, plural, one {# hour} other {# hours}}. Nobody who works here will ever ask you for it.",
    security: "Check your security settings",
    notYou: "Was it not you? Change your password at once and sign out every device.",
    "confirm-address": {
      subject: "Confirm your address",
      text: "Press the button, and this address belongs to your new account.",
      button: "Confirm the address",
    },
    "address-has-account": {
      subject: "You have an account already",
      text: "Somebody wanted to open an account with this address. There is one already, so nothing was changed. If that was you, sign in; if the password is lost, ask for a new one there.",
      button: "Sign in",
    },
    "reset-password": {
      subject: "Choose a new password",
      text: "Somebody asked for a new password for your account. If that was you, choose one now. If not, leave this mail alone: your password stays as it is.",
      button: "Choose a new password",
    },
    "confirm-new-address": {
      subject: "Confirm your new address",
      text: "Press the button, and your account moves to this address.",
      button: "Confirm the address",
    },
    "approve-new-address": {
      subject: "Your account is about to get another address",
      text: "Somebody who is signed in to your account wants its mails to go elsewhere. If that was you, agree here. If not, change your password at once.",
      button: "Agree to the change",
    },
    "address-changed": {
      subject: "Your account has another address now",
      text: "Mails about your account go to another address from now on. This is the last one to this address.",
      button: "",
    },
    "name-changed": {
      subject: "Your account has another name now",
      text: "You sign in with the new name from now on. Nobody else gets the old one for 90 days; links to it lead to you, and you can have it back.",
      button: "",
    },
    "password-changed": {
      subject: "Your password was changed",
      text: "Every other device has been signed out.",
      button: "",
    },
    "second-factor-on": {
      subject: "The second step is on",
      text: "From now on signing in takes a code of your app as well as your password.",
      button: "",
    },
    "second-factor-off": {
      subject: "The second step is off",
      text: "From now on your password alone is enough to sign in.",
      button: "",
    },
    "recovery-codes-made": {
      subject: "New recovery codes were made",
      text: "The earlier ones are worth nothing any more.",
      button: "",
    },
    "passkey-added": {
      subject: "A passkey was added",
      text: "Your account can be entered with one more passkey.",
      button: "",
    },
    "passkey-removed": {
      subject: "A passkey was removed",
      text: "Your account can no longer be entered with it.",
      button: "",
    },
    "identity-linked": {
      subject: "Another way to sign in was added",
      text: "Your account can now be entered with an account you have elsewhere. Your security settings say which.",
      button: "",
    },
    "identity-removed": {
      subject: "A way to sign in was removed",
      text: "Your account can no longer be entered with that account from elsewhere. Every other device has been signed out.",
      button: "",
    },
    "new-sign-in": {
      subject: "Somebody signed in on a new device",
      text: "Your account was entered from a device we had not seen before.",
      button: "",
    },
    "deletion-planned": {
      subject: "Your account will be deleted in 7 days",
      text: "It is closed already: nobody sees your page, and your votes do not count. Until then this link, or signing in, brings it back as it was. After that nobody can.",
      button: "Keep the account",
    },
    "deletion-stopped": {
      subject: "Your account stays",
      text: "It will not be deleted. Everything is as it was before.",
      button: "Sign in",
    },
    "deletion-begun": {
      subject: "Your account is deleted",
      text: "The seven days are over. What this site kept of you is being erased now, this address with it. This is the last mail you get from us.",
      button: "",
    },
    "copy-ready": {
      subject: "The copy of your data is ready",
      text: "You can download it for seven days, signed in. Then it is gone.",
      button: "Download it",
    },
  },
};
