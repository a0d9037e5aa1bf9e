using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Accounts.Mail;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts.Pages;

/// <summary>
/// Creates a seller. A field is refused once it has been filled in, all of them when the form is sent.
/// </summary>
public sealed partial class NewSellerForm(
    CreateSeller create,
    LinkMail mail,
    IStringLocalizer<AccountsText> texts
) : ComponentBase
{
    private static readonly IReadOnlyList<string> Zones =
    [
        .. TimeZoneInfo
            .GetSystemTimeZones()
            .Select(z => z.Id)
            .Where(id => id.Contains('/', StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);
    private string _name = "";
    private string _slug = "";
    private string _currency = Currency.Rub.Code;
    private string _zone = "Europe/Moscow";
    private string _owner = "";
    private bool _slugIsOwn;
    private bool _busy;
    private IReadOnlyList<Error> _refusals = [];
    private Invitation? _invitation;
    private LinkDelivery? _delivery;
    private string _createdName = "";

    /// <summary>A seller was created.</summary>
    [Parameter]
    public EventCallback Created { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Person { get; set; } = default!;

    private IStringLocalizer L => texts;

    private NewSeller Form => new(_name, _slug, _currency, _zone, _owner);

    private void OnNameChanged(ChangeEventArgs e)
    {
        _name = Touch(nameof(NewSeller.Name), e);
        if (!_slugIsOwn)
            _slug = SellerSlug.Suggest(_name);
    }

    private void OnSlugChanged(ChangeEventArgs e)
    {
        _slug = Touch(nameof(NewSeller.Slug), e);
        _slugIsOwn = _slug.Length > 0;
    }

    private void OnZoneChanged(ChangeEventArgs e) => _zone = Touch(nameof(NewSeller.TimeZoneId), e).Trim();

    private void OnOwnerChanged(ChangeEventArgs e) => _owner = Touch(nameof(NewSeller.OwnerEmail), e).Trim();

    private string Touch(string field, ChangeEventArgs e)
    {
        _touched.Add(field);
        _refusals = [];
        _invitation = null;
        return e.Value as string ?? "";
    }

    private Error? Find(string? field) =>
        _refusals.FirstOrDefault(e => e.Path == field)
        ?? (
            field is not null && _touched.Contains(field)
                ? CreateSeller.Validate(Form).FirstOrDefault(e => e.Path == field)
                : null
        );

    private string? ErrorOf(string? field) => Find(field) is { } error ? texts.Explain(error) : null;

    private string? Invalid(string field) => Find(field) is null ? null : "true";

    private async Task CreateAsync()
    {
        if (_busy)
            return;
        _busy = true;
        var form = Form;
        var outcome = await create.RunAsync((await Person).User, form, CancellationToken.None);
        _delivery =
            outcome.TryGet(out var made) && made.Link is { } link
                ? await mail.SendAsync(made.Email, link, isInvitation: true, CancellationToken.None)
                : null;
        _busy = false;
        _refusals = outcome.Errors;
        if (!outcome.TryGet(out _invitation))
            return;
        _createdName = form.Name.Trim();
        (_name, _slug, _owner, _slugIsOwn) = ("", "", "", false);
        _touched.Clear();
        await Created.InvokeAsync();
    }
}
