// Forms that need the browser's authenticator (data-passkey="create" or "get"): asks the portal for a challenge,
// the authenticator for its answer, and sends the form with it. Listens on the document, so that a page which
// comes by enhanced navigation needs no setting up.
(() => {
    async function answer(form) {
        const body = new FormData();
        const token = form.querySelector("[name=__RequestVerificationToken]");
        body.set(token.name, token.value);
        const response = await fetch(form.dataset.passkeyOptions, { method: "POST", body, credentials: "same-origin" });
        if (!response.ok) throw new Error(`the challenge was answered with ${response.status}`);
        const options = await response.json();
        return form.dataset.passkey === "create"
            ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
            : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    }

    document.addEventListener(
        "submit",
        async (event) => {
            const form = event.target.closest("form[data-passkey]");
            if (!form) return;
            event.preventDefault();
            event.stopPropagation();
            const failed = form.querySelector("[data-passkey-failed]");
            failed.hidden = true;
            try {
                const credential = await answer(form);
                form.querySelector("[name$='.Credential']").value = JSON.stringify(credential);
                // Without a further "submit" event.
                form.submit();
            } catch (error) {
                // Cancelled, no passkey here, or a browser that knows none: the person reads which ways are left.
                console.info("passkey:", error.name ?? error);
                failed.hidden = false;
            }
        },
        true,
    );
})();
