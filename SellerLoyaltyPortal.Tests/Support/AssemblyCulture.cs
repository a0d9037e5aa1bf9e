using System.Globalization;
using System.Runtime.CompilerServices;

namespace SellerLoyaltyPortal.Tests.Support;

/// <summary>
/// One culture for the whole run, whatever the machine is set to: Russian, which is the portal's default
/// and writes a decimal comma. <c>test.sh</c> runs the quick tests once more with <c>PORTAL_TEST_CULTURE</c>
/// set to an English culture: code that formats for machines must not notice.
/// </summary>
internal static class AssemblyCulture
{
    public const string Variable = "PORTAL_TEST_CULTURE";

#pragma warning disable CA2255 // Module initializers in a library: this one is a test assembly, loaded by its runner only.
    [ModuleInitializer]
    internal static void Fix()
    {
        var russian = CultureInfo.GetCultureInfo("ru");
        var name = Environment.GetEnvironmentVariable(Variable);
        CultureInfo.DefaultThreadCurrentCulture = string.IsNullOrEmpty(name)
            ? russian
            : CultureInfo.GetCultureInfo(name);
        // Texts stay Russian in both runs: a test that reads a text says in its own code in which language.
        CultureInfo.DefaultThreadCurrentUICulture = russian;
    }
#pragma warning restore CA2255
}
