using System.Net;
using System.Text.RegularExpressions;

namespace SellerLoyaltyPortal.Benchmarks.Circuits;

/// <summary>Somebody at a browser: signs in through the form, keeps cookies, opens pages.</summary>
internal sealed partial class PortalPerson(Uri portal)
{
    // One for all: connections are shared, cookies are not.
    private static readonly HttpClient Browser = new(
        new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }
    );

    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    public Uri Portal => portal;

    /// <summary>The portal as the browser knows it, before the proxy.</summary>
    public Uri Seen { get; } = new UriBuilder(portal) { Scheme = Uri.UriSchemeHttps }.Uri;

    /// <summary>As a browser sends them to the proxy before the portal, which ends HTTPS.</summary>
    public string Cookies => string.Join("; ", _cookies.Select(c => c.Key + "=" + c.Value));

    public async Task SignInAsync(string email, string password)
    {
        var form = await OpenAsync("/account/sign-in");
        using var answer = await SendAsync(
            HttpMethod.Post,
            "/account/sign-in",
            new FormUrlEncodedContent(
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["__RequestVerificationToken"] = WebUtility.HtmlDecode(
                        Token().Match(form).Groups["token"].Value
                    ),
                    ["_handler"] = "sign-in",
                    ["Input.Email"] = email,
                    ["Input.Password"] = password,
                }
            )
        );
        if (answer.StatusCode != HttpStatusCode.Redirect)
            throw new InvalidOperationException($"Signing in was answered with {(int)answer.StatusCode}.");
    }

    /// <returns>The page, which must be there.</returns>
    public async Task<string> OpenAsync(string address)
    {
        using var answer = await SendAsync(HttpMethod.Get, address, null);
        return answer.IsSuccessStatusCode
            ? await answer.Content.ReadAsStringAsync()
            : throw new InvalidOperationException($"{address} was answered with {(int)answer.StatusCode}.");
    }

    /// <summary>What a browser sends when a page is left, so that its circuit ends at once.</summary>
    public async Task LeaveAsync(string circuit)
    {
        using var form = new MultipartFormDataContent { { new StringContent(circuit), "circuitId" } };
        using var answer = await SendAsync(HttpMethod.Post, "/_blazor/disconnect", form);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri(portal, address)) { Content = content };
        request.Headers.Add(HubSocket.ForwardedScheme, "https");
        if (_cookies.Count > 0)
            request.Headers.Add("Cookie", Cookies);
        var answer = await Browser.SendAsync(request);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set)
            {
                var pair = cookie.Split(';')[0].Split('=', 2);
                _cookies[pair[0]] = pair[1];
            }
        }
        return answer;
    }

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]*)\"",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Token();
}
