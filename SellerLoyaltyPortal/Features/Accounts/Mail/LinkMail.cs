using System.Net;
using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Features.Accounts.Identity;

namespace SellerLoyaltyPortal.Features.Accounts.Mail;

/// <summary>
/// Mails a one-time link to the person whom it is for, in the language of whoever made it. A mail that fails is
/// no failure of what was done: the link is there, and is shown instead.
/// </summary>
public sealed class LinkMail(
    IOptions<SmtpOptions> options,
    IStringLocalizer<AccountsText> texts,
    ILogger<LinkMail> log
)
{
    /// <param name="link">Relative to the portal.</param>
    /// <param name="isInvitation">Otherwise it sets a new password.</param>
    /// <returns>Null where no mail server is set.</returns>
    public async Task<LinkDelivery?> SendAsync(
        string email,
        string link,
        bool isInvitation,
        CancellationToken cancellation
    )
    {
        var smtp = options.Value;
        if (!smtp.IsSet)
            return null;
        var kind = isInvitation ? "Invitation" : "Password";
        var address = new Uri(smtp.PortalAddress!, link).ToString();
        using var message = new MailMessage(new MailAddress(smtp.From!), new MailAddress(email))
        {
            Subject = texts["MailSubject" + kind],
            SubjectEncoding = Encoding.UTF8,
            Body = texts["MailBody" + kind, address, (int)ExpiringTokens.Lifetime.TotalDays],
            BodyEncoding = Encoding.UTF8,
        };
        using var client = new SmtpClient(smtp.Host, smtp.Port)
        {
            EnableSsl = smtp.StartTls,
            Credentials = smtp.UserName is null ? null : new NetworkCredential(smtp.UserName, smtp.Password),
        };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(smtp.TimeoutSeconds));
        try
        {
            await client.SendMailAsync(message, patience.Token);
            log.LogInformation("A link was mailed through {Host}", smtp.Host);
            return new LinkDelivery(Failure: null);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            log.LogWarning(
                "The mail server {Host} did not answer in {Seconds} s",
                smtp.Host,
                smtp.TimeoutSeconds
            );
            return new LinkDelivery(texts["MailTimedOut", smtp.Host!]);
        }
        catch (SmtpException refused)
        {
            log.LogWarning(refused, "The mail server {Host} did not take a mail", smtp.Host);
            return new LinkDelivery(refused.GetBaseException().Message);
        }
    }
}
