using TypedLlm;

namespace Best.ForYou.Diet
{
    [LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-5.4")]
    public interface IAdvisor
    {
        [Prompt("A meal with {calories} kcal.")]
        Task<string> MealAsync(int calories, CancellationToken ct = default);
    }

    namespace Recipes
    {
        [LlmEndpoint(Primary = "gpt-5.6-sol", Fallback = "gpt-5.6-terra")]
        public interface IRecipes
        {
            [Prompt("A recipe with {ingredient}.")]
            Task<string> RecipeAsync(string ingredient, CancellationToken ct = default);
        }
    }
}

namespace Best.ForYou.Sport
{
    // The same name as above, in another namespace.
    [LlmEndpoint(Primary = "gpt-6-sol", Fallback = "gpt-6-luna")]
    public interface IAdvisor
    {
        [Prompt("Training for {days} days a week.")]
        Task<string> TrainingAsync(int days, CancellationToken ct = default);

        [Prompt("Stretching for {muscle}.")]
        Task<string> StretchingAsync(string muscle, CancellationToken ct = default);
    }
}
