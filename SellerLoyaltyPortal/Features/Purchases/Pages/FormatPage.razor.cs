using Microsoft.Extensions.Localization;

namespace SellerLoyaltyPortal.Features.Purchases.Pages;

/// <summary>The portal's own format, for whoever writes such a file.</summary>
public sealed partial class FormatPage(IStringLocalizer<PurchasesText> texts)
{
    private IStringLocalizer L => texts;
}
