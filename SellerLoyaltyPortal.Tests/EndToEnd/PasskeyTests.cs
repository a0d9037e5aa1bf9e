using System.Text.RegularExpressions;

namespace SellerLoyaltyPortal.Tests.EndToEnd;

/// <summary>Passkeys with Chromium's virtual authenticator, which answers as a fingerprint reader would.</summary>
public sealed partial class PasskeyTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string Device = "Test laptop";

    [Fact]
    public async Task Passkey_AddedThenUsedThenRemoved_OpensTheDoorOnlyWhileItIsThere() =>
        await BrowseAsync(
            new("en"),
            async session =>
            {
                var page = session.Page;
                // A passkey belongs to a name; an address of numbers has none.
                var portal = new UriBuilder(session.Portal.Address) { Host = "localhost" }.Uri;
                var signIn = new Uri(portal, "/account/sign-in").ToString();
                var passkeys = new Uri(portal, "/account/passkeys").ToString();
                var devtools = await page.Context.NewCDPSessionAsync(page);
                await devtools.SendAsync("WebAuthn.enable");
                await devtools.SendAsync(
                    "WebAuthn.addVirtualAuthenticator",
                    new Dictionary<string, object>
                    {
                        ["options"] = new
                        {
                            protocol = "ctap2",
                            transport = "internal",
                            hasResidentKey = true,
                            hasUserVerification = true,
                            isUserVerified = true,
                            automaticPresenceSimulation = true,
                        },
                    }
                );
                await page.GotoAsync(signIn);
                await page.Locator("input[type=email]").FillAsync(DemoPeople.Analyst);
                await page.Locator("input[type=password]").FillAsync(DemoPeople.Password);
                await page.Locator("form.account-form button[type=submit]").ClickAsync();
                await Expect(page).Not.ToHaveURLAsync(SignInAddress());

                await page.GotoAsync(passkeys);
                await page.Locator("[name='Input.Name']").FillAsync(Device);
                await page.Locator("[name='Input.Password']").FillAsync("wrong password");
                await page.Locator("form[data-passkey] button").ClickAsync();
                await Expect(page.Locator("#Input-Password-note")).ToBeVisibleAsync();
                await page.Locator("[name='Input.Name']").FillAsync(Device);
                await page.Locator("[name='Input.Password']").FillAsync(DemoPeople.Password);
                await page.Locator("form[data-passkey] button").ClickAsync();
                await Expect(page.Locator(".sessions li b")).ToHaveTextAsync(Device);

                await page.Context.ClearCookiesAsync();
                await page.GotoAsync(signIn);
                await page.Locator("form.passkey-form button").ClickAsync();
                await Expect(page).Not.ToHaveURLAsync(SignInAddress());

                await page.GotoAsync(passkeys);
                await page.Locator("[name='Removal.Password']").FillAsync(DemoPeople.Password);
                await page.Locator("form:has(.sessions) button[type=submit]").ClickAsync();
                await Expect(page.Locator(".sessions li")).ToHaveCountAsync(0);
                await page.Context.ClearCookiesAsync();
                await page.GotoAsync(signIn);
                await page.Locator("form.passkey-form button").ClickAsync();
                await Expect(page.Locator(".note.error").First).ToBeVisibleAsync();
                await Expect(page).ToHaveURLAsync(SignInAddress());
                Assert.Empty(session.Complaints);
            }
        );

    [GeneratedRegex("/account/sign-in")]
    private static partial Regex SignInAddress();
}
