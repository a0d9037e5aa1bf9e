using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SellerLoyaltyPortal.Tests.Support;

/// <summary>
/// Signs in as a person would: asks for the start page, is sent to the form, fills in what has a password
/// field and sends it back with every hidden field. Knows no address and no field name of the portal.
/// </summary>
public static class SignInForm
{
    public static async Task<HttpResponseMessage> SubmitAsync(
        HttpClient client,
        string email,
        string password
    )
    {
        var (address, form) = await OpenAsync(client);
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var input in form.QuerySelectorAll("input").OfType<IHtmlInputElement>())
        {
            if (string.IsNullOrEmpty(input.Name) || input.Type is "checkbox" or "submit")
                continue;
            var value = input.Type switch
            {
                "password" => password,
                "email" or "text" => email,
                _ => input.Value,
            };
            fields.Add(new(input.Name, value));
        }
        using var content = new FormUrlEncodedContent(fields);
        return await client.PostAsync(
            new Uri(
                address,
                form.GetAttribute("action") is { Length: > 0 } action ? action : address.ToString()
            ),
            content
        );
    }

    /// <summary>The form that a visitor of the start page is sent to.</summary>
    public static async Task<(Uri Address, IHtmlFormElement Form)> OpenAsync(HttpClient client)
    {
        var address = new Uri(client.BaseAddress!, "/");
        for (var hop = 0; hop < 5; hop++)
        {
            using var answer = await client.GetAsync(address);
            if (answer.Headers.Location is { } location)
            {
                address = new Uri(address, location);
                continue;
            }
            var html = await answer.Content.ReadAsStringAsync();
            var page = await new HtmlParser().ParseDocumentAsync(html);
            var form = page.QuerySelector("input[type=password]")?.Closest("form") as IHtmlFormElement;
            return form is null
                ? throw new InvalidOperationException($"No sign-in form at {address}: {html}")
                : (address, form);
        }
        throw new InvalidOperationException($"The start page redirects in circles, at last to {address}.");
    }
}
