using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TypedLlm;

namespace Guides;

internal static class Registration
{
    public static IHost WithContainer(string[] args)
    {
        // <container>
        var builder = Host.CreateApplicationBuilder(args);
        builder.Services.AddTypedLlm(builder.Configuration).AddGuidesEndpoints(); // generated, named after the assembly
        // </container>
        return builder.Build();
    }

    public static void WithValidator(IServiceCollection services)
    {
        // <validator>
        services.AddSingleton<ILlmValidator<Inquiry>, SoldArticles>();
        // </validator>
    }

    public static ITranslator WithoutContainer(string apiKey)
    {
        // <line>
        var translator = new TranslatorEndpoint(LlmRuntime.Create(apiKey));
        // </line>
        return translator;
    }

    public static void WithRotatingKey(IServiceCollection services, KeyVault vault)
    {
        // <key>
        services.AddTypedLlm(options => options.Providers["openai"] = new ProviderOptions
        {
            GetApiKeyAsync = vault.GetCurrentKeyAsync,
        });
        // </key>
    }
}
