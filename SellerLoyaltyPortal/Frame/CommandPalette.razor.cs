using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using SellerLoyaltyPortal.Components;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Frame;

/// <summary>Goes anywhere by a few letters, in whatever language or layout they are typed.</summary>
public sealed partial class CommandPalette(
    IEnumerable<NavItem> items,
    IEnumerable<NavAction> actions,
    IEnumerable<PlaceFinder> finders,
    NavigationManager navigation,
    IStringLocalizerFactory factory,
    IStringLocalizer<PortalText> texts,
    IJSRuntime js,
    ILogger<CommandPalette> log
) : ComponentBase
{
    /// <summary>Page under which a buyer is found by id.</summary>
    private const string BuyersPage = "buyers";

    private const string ProfilePage = "/account/profile";

    private bool _open;
    private string _text = "";
    private int _chosen;
    private int _seen;
    private IReadOnlyList<NamedPlace> _places = [];

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<SellerAccess> Sellers { get; set; }

    private IStringLocalizer L => texts;

    private List<Entry> Found { get; set; } = [];

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_open || _seen == _chosen)
            return;
        _seen = _chosen;
        await js.InvokeVoidAsync("portal.showOption", $"palette-{_chosen}");
    }

    private async Task OpenAsync()
    {
        (_open, _text, _chosen, _seen) = (true, "", 0, 0);
        Found = Find();
        StateHasChanged();
        try
        {
            var places = new List<NamedPlace>();
            foreach (var finder in finders)
                places.AddRange(await finder.AllAsync(Access, CancellationToken.None));
            _places = places;
        }
        catch (System.Data.Common.DbException failed)
        {
            // Pages are found without it.
            log.LogWarning(failed, "The palette could not list places by name");
        }
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
        var sought = new PaletteSearch(_text);
        var place = SellerPlace.Of(navigation);
        var found = Pages(place)
            .Concat(Actions(place))
            .Where(named => sought.Fits(named.Names))
            .Select(named => named.Entry)
            .Concat(
                Sellers
                    .Where(s => s.SellerId != Access.SellerId && sought.Fits([s.Name]))
                    .Select(s => new Entry(
                        "storefront",
                        s.Name,
                        L["PaletteSeller"],
                        place.OfAnother(s, items)
                    ))
            )
            .ToList();
        if (_text.Length == 0)
            return found;
        found.AddRange(
            _places
                .Where(p => sought.Fits([p.Name]))
                .Select(p => new Entry(p.Icon, p.Name, p.Kind, place.Href(Access, p.Page)))
        );
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

    private IEnumerable<(Entry Entry, IReadOnlyList<string> Names)> Pages(SellerPlace place)
    {
        foreach (var item in items.Where(i => Access.IsOwner || !i.OwnersOnly).OrderBy(i => i.Order))
            yield return Named(
                item.Icon,
                factory.Create(item.Texts),
                item.TextKey,
                "PalettePage",
                place.Href(Access, item)
            );
        yield return Named("help", L, "Help", "PalettePage", place.Href(Access, SellerNav.HelpPage));
        yield return Named("person", L, "Profile", "PalettePage", ProfilePage);
    }

    private IEnumerable<(Entry Entry, IReadOnlyList<string> Names)> Actions(SellerPlace place) =>
        actions
            .Where(a => Access.IsOwner || !a.OwnersOnly)
            .Select(a =>
                Named(a.Icon, factory.Create(a.Texts), a.TextKey, "PaletteAction", place.Href(Access, a.Page))
            );

    private (Entry Entry, IReadOnlyList<string> Names) Named(
        string icon,
        IStringLocalizer words,
        string key,
        string kind,
        string address
    ) => (new(icon, words[key], L[kind], address), PaletteSearch.InEveryLanguage(words, key));

    private sealed record Entry(string Icon, string Label, string Hint, string Address);
}
