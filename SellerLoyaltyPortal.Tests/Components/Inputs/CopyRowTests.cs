using Bunit;
using SellerLoyaltyPortal.Components.Inputs;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Components.Inputs;

public sealed class CopyRowTests : PortalBunitContext
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Button_Pressed_SaysWhetherTheValueWasCopied(bool works)
    {
        using var english = CultureScope.Of("en");
        var module = JSInterop.SetupModule("./Components/Inputs/CopyRow.razor.js");
        module.Setup<bool>("copy", _ => true).SetResult(works);
        var row = Render<CopyRow>(p => p.Add(r => r.Value, "slp_1").Add(r => r.Label, "Key"));
        Assert.Equal("slp_1", row.Find("input").GetAttribute("value"));

        await row.Find("button").ClickAsync();

        Assert.Equal(works ? "Copied" : "Copy", row.Find("button").TextContent);
        // Another value has not been copied yet.
        row.Render(p => p.Add(r => r.Value, "slp_2"));
        Assert.Equal("Copy", row.Find("button").TextContent);
    }
}
