using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Frame;

/// <summary>Goes anywhere by a few letters.</summary>
public sealed partial class CommandPalette(
    IEnumerable<NavItem> items,
    NavigationManager navigation,
    IStringLocalizerFactory factory,
    IStringLocalizer<PortalText> texts
) : ComponentBase
{
    /// <summary>Page under which a buyer is found by id.</summary>
    private const string BuyersPage = "buyers";

    private bool _open;
    private string _text = "";
    private int _chosen;

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<SellerAccess> Sellers { get; set; }

    private IStringLocalizer L => texts;

    private List<Entry> Found { get; set; } = [];

    private void Open()
    {
        (_open, _text, _chosen) = (true, "", 0);
        Found = Find();
    }

    private void Close() => _open = false;

    private void Search(ChangeEventArgs e)
    {
        (_text, _chosen) = (((string?)e.Value ?? "").Trim(), 0);
        Found = Find();
    }

    private void OnKey(KeyboardEventArgs e)
    {
        if (Found.Count == 0)
            return;
        switch (e.Key)
        {
            case "ArrowDown":
                _chosen = (_chosen + 1) % Found.Count;
                break;
            case "ArrowUp":
                _chosen = (_chosen + Found.Count - 1) % Found.Count;
                break;
            case "Enter":
                Go(Found[_chosen]);
                break;
        }
    }

    private void Go(Entry entry)
    {
        _open = false;
        navigation.NavigateTo(entry.Address);
    }

    private List<Entry> Find()
    {
        var place = SellerPlace.Of(navigation);
        var pages = items
            .Where(i => Access.IsOwner || !i.OwnersOnly)
            .OrderBy(i => i.Order)
            .Select(i => new Entry(
                i.Icon,
                factory.Create(i.Texts)[i.TextKey],
                L["PalettePage"],
                place.Href(Access, i)
            ));
        pages = pages.Append(
            new("help", L["Help"], L["PalettePage"], place.Href(Access, SellerNav.HelpPage))
        );
        var sellers = Sellers
            .Where(s => s.SellerId != Access.SellerId)
            .Select(s => new Entry("storefront", s.Name, L["PaletteSeller"], s.Href(SellerAccess.HomePage)));
        var found = pages
            .Concat(sellers)
            .Where(e => e.Label.Contains(_text, StringComparison.CurrentCultureIgnoreCase))
            .ToList();
        if (_text.Length > 0)
            found.Add(
                new(
                    "person_search",
                    _text,
                    L["PaletteBuyer"],
                    Access.Href($"{BuyersPage}/{Uri.EscapeDataString(_text)}")
                )
            );
        return found;
    }

    private sealed record Entry(string Icon, string Label, string Hint, string Address);
}
