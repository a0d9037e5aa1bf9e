using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SellerLoyaltyPortal.Tests.Features.Accounts;

/// <summary>Opens a page and sends one of its forms back, with its hidden fields and what is typed.</summary>
internal static class AccountForms
{
    /// <param name="field">The name of a field in the form.</param>
    public static Task<HttpResponseMessage> SubmitAsync(
        HttpClient client,
        string address,
        string field,
        params (string Name, string Value)[] typed
    ) => SubmitFormAsync(client, address, $"form [name='{field}']", typed);

    /// <param name="selector">CSS, of the form or of something in it.</param>
    public static async Task<HttpResponseMessage> SubmitFormAsync(
        HttpClient client,
        string address,
        string selector,
        params (string Name, string Value)[] typed
    )
    {
        using var page = await client.GetAsync(new Uri(address, UriKind.Relative));
        var html = await page.Content.ReadAsStringAsync();
        var document = await new HtmlParser().ParseDocumentAsync(html);
        var form =
            document.QuerySelector(selector)?.Closest("form") as IHtmlFormElement
            ?? throw new InvalidOperationException($"No {selector} at {address}: {html}");
        var fields = form.QuerySelectorAll("input[type=hidden][name]")
            .OfType<IHtmlInputElement>()
            .ToDictionary(i => i.Name!, i => i.Value, StringComparer.Ordinal);
        foreach (var (name, value) in typed)
            fields[name] = value;
        var action = form.GetAttribute("action") is { Length: > 0 } own ? own : address;
        using var content = new FormUrlEncodedContent(fields);
        return await client.PostAsync(new Uri(action, UriKind.Relative), content);
    }

    /// <summary>Path and query of a redirect.</summary>
    public static string Target(this HttpResponseMessage answer) =>
        new Uri(new Uri("http://localhost"), answer.Headers.Location!).PathAndQuery;

    public static async Task<string> TextAsync(this HttpClient client, string address)
    {
        using var page = await client.GetAsync(new Uri(address, UriKind.Relative));
        return await page.Content.ReadAsStringAsync();
    }
}
