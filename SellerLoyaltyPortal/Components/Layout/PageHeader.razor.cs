using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace SellerLoyaltyPortal.Components.Layout;

/// <summary>The head of every page.</summary>
public sealed partial class PageHeader(IStringLocalizer<PortalText> texts) : ComponentBase
{
    private IStringLocalizer L => texts;

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>Place of the page in the glossary, where it has one.</summary>
    [Parameter]
    public string? Term { get; set; }

    [CascadingParameter]
    private Trail Trail { get; set; } = Trail.None;

    /// <summary>Short facts that every number on the page depends on, as <c>span.chip</c>.</summary>
    [Parameter]
    public RenderFragment? Chips { get; set; }

    /// <summary>Buttons and links, the main one last.</summary>
    [Parameter]
    public RenderFragment? Actions { get; set; }
}
